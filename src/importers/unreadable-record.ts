/** A record that cannot be read; the message is the reason that is kept with it. */
export class UnreadableRecord extends Error {}
