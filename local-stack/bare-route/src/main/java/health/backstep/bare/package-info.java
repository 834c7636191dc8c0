/** The floor that plan reads are held against. It is part of the benchmark, not of the product. */
package health.backstep.bare;
