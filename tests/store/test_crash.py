"""R-01: nothing acknowledged is lost and nothing is half there when the process is killed."""

import subprocess
import sys
from hashlib import sha256

from sqlalchemy import text

from sellervitals.store import Store

KILLS = 10
WRITER = """
import os, signal, sys, time
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from random import uniform
from threading import Thread
from sellervitals.store import EvaluationRecord, MeasurementRecord, Store, Summary, new_id

day = date(2026, 11, 22)

def work(store, log):
    while True:
        records = []
        for site in ("US", "CA"):
            identifier = new_id("ev", time.time_ns() // 1_000_000)
            summary = Summary(identifier, datetime.now(UTC), "amazon", site, "A1", None, day, None, "unknown",
                              Decimal(0), None)
            measurements = [MeasurementRecord(identifier, day, "count", value=str(each)) for each in range(5)]
            records.append(EvaluationRecord(summary, os.urandom(3000), tuple(measurements)))
        store.save("t", records)
        for record in records:
            os.write(log, f"{record.summary.id} {sha256(record.result).hexdigest()}\\n".encode())

log = os.open(sys.argv[2], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
for _ in range(int(sys.argv[3])):
    acknowledged = os.fstat(log).st_size
    writer = os.fork()
    if writer == 0:
        store = Store.open(sys.argv[1])
        for _ in range(4):
            Thread(target=work, args=(store, log)).start()
        break
    while os.fstat(log).st_size == acknowledged:
        time.sleep(0.001)
    time.sleep(uniform(0, 0.15))
    os.kill(writer, signal.SIGKILL)
    _, status = os.wait()
    assert status == signal.SIGKILL, "it ended by itself"
"""


def test_r01_nothing_acknowledged_is_lost_by_kill_9(database_url, tmp_path):
    log = tmp_path / "acknowledged"
    subprocess.run([sys.executable, "-c", WRITER, database_url, str(log), str(KILLS)], check=True, timeout=60)
    acknowledged = dict(line.split() for line in log.read_text().splitlines() if len(line) == 94)
    assert len(acknowledged) > 2 * KILLS
    store = Store.open(database_url)
    for identifier, digest in acknowledged.items():
        assert sha256(store.get("t", identifier)).hexdigest() == digest
    with store._reads.connect() as connection:
        odd = connection.execute(
            text(
                "SELECT e.id, count(h.metric) FROM evaluations e LEFT JOIN history h"
                " ON h.tenant = e.tenant AND h.evaluation_id = e.id"
                " GROUP BY e.id HAVING count(h.metric) <> 5"
            )
        )
        assert odd.all() == []
        orphans = "SELECT count(*) FROM history WHERE evaluation_id NOT IN (SELECT id FROM evaluations)"
        assert connection.scalar(text(orphans)) == 0
        newest = text(
            "SELECT s.site, s.evaluation_id = max(e.id) FROM account_sites s JOIN evaluations e"
            " ON e.site = s.site GROUP BY s.site, s.evaluation_id ORDER BY s.site"
        )
        assert connection.execute(newest).all() == [("CA", True), ("US", True)], "the newest is the newest"
        sites = connection.execute(text("SELECT count(*) FROM evaluations GROUP BY site")).scalars().all()
        assert len(set(sites)) == 1, "both sites of a request, or neither"
        if database_url.startswith("sqlite"):
            assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
    store.close()
