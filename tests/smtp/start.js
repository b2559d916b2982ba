// A mail server on the loopback address that says what it gets, a line of JSON each, and answers as it is told:
// "accept", "rcpt CODE" or "data CODE" on its standard input. It ends when that is closed, however that came about.
// node start.js [PORT] [starttls] [login]: offers STARTTLS under a certificate of its own; takes mails from vks with password geheim only.
const { SMTPServer } = require('smtp-server');
const readline = require('readline');

const [starttls, login] = ['starttls', 'login'].map((option) => process.argv.includes(option));
let stage = 'accept';
let code = 0;
const say = (what) => process.stdout.write(JSON.stringify(what) + '\n');
const answer = (at, done) => {
  const refusal = stage === at ? Object.assign(new Error(`Said ${code} at ${at}`), { responseCode: code }) : null;
  done(refusal);
};

const server = new SMTPServer({
  authOptional: !login,
  allowInsecureAuth: true,
  disabledCommands: [...(starttls ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
  onAuth: ({ username, password }, session, done) => username === 'vks' && password === 'geheim'
    ? done(null, { user: username })
    : done(Object.assign(new Error('Wrong password'), { responseCode: 535 })),
  logger: false,
  onRcptTo: (address, session, done) => answer('rcpt', done),
  onData: (stream, session, done) => {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      if (stage === 'accept') {
        const { mailFrom, rcptTo } = session.envelope;
        const { secure, user } = session;
        say({ from: mailFrom.address, to: rcptTo.map((to) => to.address), secure, user, raw: Buffer.concat(parts).toString('base64') });
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
