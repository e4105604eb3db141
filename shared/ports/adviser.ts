/**
 * A language model that advises those who review written answers. What it says is recorded beside the grade; it is no
 * grade and moves none.
 */
export interface Adviser {
  /** The pinned id of the model. */
  readonly model: string;
  /** The model's reply; undefined where it gave none. Never throws: advice is never waited for twice. */
  reply(request: { system: string; user: string }): Promise<string | undefined>;
}
