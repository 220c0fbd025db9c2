/** A build that would lose something or publish it by mistake. Its message is for people, and says what to do. */
export class BuildRefused extends Error {}
