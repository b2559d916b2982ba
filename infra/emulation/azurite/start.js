// Ends when the process that started it ends, however that came about: the other end of its standard input is closed then.
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();
require('azurite/dist/src/azurite.js');
