"""From a token, in TOKEN, to a plan that stepped back and signed webhooks about it."""
import base64, datetime, hashlib, hmac, http.server, json, os, pathlib, queue, threading, time, urllib.request, uuid

PORTS = ("profile", 8081), ("plan", 8082), ("session", 8083)
URLS = {name: os.environ.get("BACKSTEP_" + name.upper(), f"http://127.0.0.1:{port}") for name, port in PORTS}
BODIES = json.loads(pathlib.Path(__file__).with_name("bodies.json").read_text())
now, messages = datetime.datetime.now(datetime.timezone.utc).isoformat(), queue.Queue()
def call(service, method, path, body=None):
    headers = {"Authorization": "Bearer " + os.environ["TOKEN"], "Content-Type": "application/json"}
    headers["Idempotency-Key"] = str(uuid.uuid4())  # keep it to repeat a call whose answer was lost
    request = urllib.request.Request(f"{URLS[service]}/v1{path}", body and json.dumps(body).encode(), headers, method=method)
    with urllib.request.urlopen(request, timeout=40) as answer:
        return json.loads(answer.read() or b"null")
class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body, sent = self.rfile.read(int(self.headers["content-length"])), self.headers["webhook-timestamp"]
        signed = f"{self.headers['webhook-id']}.{sent}.".encode() + body
        ours = "v1," + base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
        signatures = self.headers["webhook-signature"].split()
        genuine = abs(time.time() - int(sent)) < 300 and any(hmac.compare_digest(ours, each) for each in signatures)
        self.send_response(204 if genuine else 401)
        self.end_headers()
        messages.put(json.loads(body)["data"]) if genuine else None

receiver = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
threading.Thread(target=receiver.serve_forever, daemon=True).start()
webhook = call("plan", "POST", "/webhooks", {"url": f"http://127.0.0.1:{receiver.server_port}/"})
secret = base64.b64decode(webhook["secret"].partition("_")[2])
patient = "/patients/" + call("profile", "POST", "/patients", BODIES["patient"])["patientId"]
call("profile", "PUT", patient + "/clearance", BODIES["clearance"])
event = call("profile", "POST", patient + "/assessments", BODIES["assessment"] | {"assessedAt": now})["eventId"]
plan = call("plan", "GET", f"{patient}/plan?after={event}&wait=PT30S")
print("Plan", plan["version"], "asks for", ", ".join(item["name"] for item in plan["items"]))
hurt = BODIES["hurt"] | {key: plan["items"][0][key] for key in ("exerciseId", "level")}
session = BODIES["session"] | {"planVersion": plan["version"], "startedAt": now, "endedAt": now, "exercises": [hurt]}
flare = call("session", "POST", patient + "/sessions", session)["flare"]
plan = call("plan", "GET", f"{patient}/plan?after={flare['eventId']}&wait=PT30S")
print("Plan", plan["version"], "stepped back:", plan["decisions"][0]["text"])
print("Signed messages came about plan", [messages.get(timeout=60)["planVersion"] for _ in range(2)])
call("plan", "DELETE", "/webhooks/" + webhook["webhookId"])
