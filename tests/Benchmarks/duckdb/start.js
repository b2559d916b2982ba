// A database in memory: takes a statement a line, as JSON, and answers with how long it took, in milliseconds, or why it failed.
const { DuckDBInstance } = require('@duckdb/node-api');
const { createInterface } = require('readline');

(async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for await (const line of createInterface({ input: process.stdin })) {
    const from = process.hrtime.bigint();
    try {
      await connection.run(JSON.parse(line));
      console.log(JSON.stringify({ milliseconds: Number(process.hrtime.bigint() - from) / 1e6 }));
    } catch (error) {
      console.log(JSON.stringify({ error: error.message }));
    }
  }
})();
