// Loaded ahead of a child process (node --import): a child whose starter was killed ends by itself instead of holding its port for ever.
// An orphan is given to another parent; that is all there is to see, whatever became of the starter.
const starter = Number(process.env.MOT_CUA_STARTER ?? process.ppid)
// For this process alone: what it starts has a starter of its own.
delete process.env.MOT_CUA_STARTER

const watch = setInterval(() => {
  if (process.ppid === starter) return
  clearInterval(watch)
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 15_000).unref()
}, 250)
watch.unref()
