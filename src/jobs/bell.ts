/** Wakes one loop: rung before it waits, it does not wait at all. */
export function createBell() {
  let isRung = false
  let wake = () => {}
  return {
    ring() {
      isRung = true
      wake()
    },
    async wait(timeoutMs: number): Promise<void> {
      if (!isRung) {
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, timeoutMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      isRung = false
    }
  }
}
