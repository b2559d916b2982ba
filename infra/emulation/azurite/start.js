// Ends when the process that started it ends, however that came about: the other end of its standard input is closed then.
// It closes its files before; whatever hangs then ends with it.
process.stdin.on('end', () => {
  process.emit('SIGINT');
  setTimeout(() => process.exit(0), 3000).unref();
});
process.stdin.resume();
require('azurite/dist/src/azurite.js');
