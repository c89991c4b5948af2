// Loaded before a program by on-node-24.mjs. The launcher holds a channel open for as long as it lives; a launcher killed
// outright (kill -9) closes it, and the program is asked to stop as by SIGTERM instead of living on unseen.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
