"""Tasks per second through procrastinate on PostgreSQL, each leaving one durable row. Prints one number."""
import asyncio, sys, time
import procrastinate

N = 2000
app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=sys.argv[1], max_size=12))


@app.task(name="effect")
async def effect(n):
    await app.connector.execute_query_async("insert into effect values (%(n)s)", n=n)


async def main():
    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        await app.connector.execute_query_async("create table effect (n bigint primary key)")
        await effect.batch_defer_async(*[{"n": n} for n in range(N)])
        begun = time.monotonic()
        await app.run_worker_async(concurrency=8, wait=False, install_signal_handlers=False)
        rows = await app.connector.execute_query_one_async("select count(*) as done from effect")
        assert rows["done"] == N, rows
        print(N / (time.monotonic() - begun))


asyncio.run(main())
