// A patient's first painful session, played through the generated client against a running platform.
import assert from 'node:assert/strict';
import { AssessmentsApi, ClearanceApi, Configuration as ProfileAt, PatientsApi } from './target/client/profile/index.js';
import { Configuration as PlanAt, PlansApi } from './target/client/plan/index.js';
import { Configuration as SessionAt, SessionsApi } from './target/client/session/index.js';

const token = process.env['BACKSTEP_TOKEN'] ?? '';
const at = (name: string) => ({ basePath: process.env[`BACKSTEP_${name}`]!, accessToken: token });
const profile = new ProfileAt(at('PROFILE'));
const plans = new PlansApi(new PlanAt(at('PLAN')));
const sessions = new SessionsApi(new SessionAt(at('SESSION')));

const patient = await new PatientsApi(profile).registerPatient({
  idempotencyKey: crypto.randomUUID(),
  patientRequest: { birthYear: 1985, timeZone: 'Europe/Berlin', equipment: new Set(), minutesPerSession: 15, sessionsPerWeek: 3 },
});
const patientId = patient.patientId;

await new ClearanceApi(profile).recordClearance({
  patientId,
  clearanceRequest: { status: 'CLEARED', loading: true, by: 'Dr. Rivera' },
});

const assessment = await new AssessmentsApi(profile).completeAssessment({
  patientId,
  assessmentRequest: {
    assessedAt: new Date(),
    pain: {
      now: 4, average7d: 4, worst24h: 6, location: 'LOW_BACK', quality: 'DULL', onset: new Date('2026-10-25'),
      nightPain: 'NONE', settling: 'UP_TO_24_HOURS',
    },
    painSource: 'MUSCULAR', adequateRest: true, activityBefore: 'LIGHT',
    aggravatedBy: new Set(['BENDING', 'SITTING'] as const), relievedBy: new Set(['WALKING', 'LYING_PRONE'] as const),
    movementTests: [{ direction: 'EXTENSION', location: 'CENTRALISED', intensity: 'BETTER', lasting: true }],
    redFlags: {
      saddleNumbness: false, bladderOrBowelChange: false, legWeakness: 'NONE', cancerHistory: false,
      unexplainedWeightLoss: false, feverOrInfection: false, intravenousDrugUse: false, immunosuppression: false,
      prolongedSteroids: false, significantTrauma: false, spineContusion: false, knownFractureOrTumour: false,
      spinalSurgeryWithinYear: false,
    },
  },
});
assert.equal(assessment.triage.outcome, 'FIT');

const plan = await plans.getPlan({ patientId, after: assessment.eventId!, wait: 'PT30S' });
assert.equal(plan.status, 'ACTIVE');
const exercise = plan.items.find((item) => item.block === 'STRENGTH')!;

const now = Date.now();
const session = await sessions.recordSession({
  patientId,
  sessionRequest: {
    planVersion: plan.version, startedAt: new Date(now - 12 * 60_000), endedAt: new Date(now - 60_000),
    painBefore: 3, painAfter: 6,
    exercises: [{
      exerciseId: exercise.exerciseId, level: exercise.level, setsDone: 1, repsDone: [6],
      painDuring: 6, quality: 'SHARP', location: 'LOW_BACK', stopped: 'PAIN',
    }],
  },
});
assert.equal(session.outcome, 'FLARE');

const after = await plans.getPlan({ patientId, after: session.flare!.eventId, wait: 'PT30S' });
assert.equal(after.regressed, true);
console.log(`The TypeScript client works: version ${after.version}, because of ${after.decisions[0]?.rule}.`);
