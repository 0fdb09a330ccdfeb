"""Tasks per second through huey on SQLite, each leaving one durable row. Prints one number."""
import os, sqlite3, tempfile, threading, time
from huey import SqliteHuey

N = 2000
folder = tempfile.mkdtemp()
huey = SqliteHuey(filename=os.path.join(folder, "huey.db"), fsync=True)
effects = os.path.join(folder, "effects.db")
local = threading.local()


def connection():
    if not hasattr(local, "c"):
        local.c = sqlite3.connect(effects, timeout=30, isolation_level=None)
        local.c.execute("pragma journal_mode=wal")
        local.c.execute("pragma synchronous=full")
    return local.c


@huey.task()
def effect(n):
    connection().execute("insert into effect values (?)", (n,))


connection().execute("create table effect (n integer primary key)")
for n in range(N):
    effect(n)
consumer = huey.create_consumer(workers=8, worker_type="thread", initial_delay=0.001, backoff=1.0, periodic=False)
begun = time.monotonic()
consumer.start()
while connection().execute("select count(*) from effect").fetchone()[0] < N:
    time.sleep(0.01)
print(N / (time.monotonic() - begun), flush=True)
os._exit(0)
