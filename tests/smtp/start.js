// A mail server on the loopback address that says what it gets, a line of JSON each, and answers as it is told:
// "accept", "rcpt CODE" or "data CODE" on its standard input. It ends when that is closed, however that came about.
const { SMTPServer } = require('smtp-server');
const readline = require('readline');

let stage = 'accept';
let code = 0;
const say = (what) => process.stdout.write(JSON.stringify(what) + '\n');
const answer = (at, done) => {
  const refusal = stage === at ? Object.assign(new Error(`Said ${code} at ${at}`), { responseCode: code }) : null;
  done(refusal);
};

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onRcptTo: (address, session, done) => answer('rcpt', done),
  onData: (stream, session, done) => {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      if (stage === 'accept') {
        const { mailFrom, rcptTo } = session.envelope;
        say({ from: mailFrom.address, to: rcptTo.map((to) => to.address), raw: Buffer.concat(parts).toString('base64') });
      }
      answer('data', done);
    });
  },
});
server.on('error', () => {});
server.listen(Number(process.argv[2] || 0), '127.0.0.1', () => say({ port: server.server.address().port }));

readline.createInterface({ input: process.stdin })
  .on('line', (line) => {
    [stage, code] = [line.split(' ')[0], Number(line.split(' ')[1])];
    say({ now: line });
  })
  .on('close', () => process.exit(0));
