const shanghaiDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })

/** The clock of the whole server: the ISO day in Shanghai, or the day that stands for today. */
export function clockToday(todayOverride: string | undefined): () => string {
  return () => todayOverride ?? shanghaiDay.format(new Date())
}
