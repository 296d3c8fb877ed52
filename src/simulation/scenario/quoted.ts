// Text in quotes, without the characters that would steer a terminal or turn the text around it.

/** Control characters, ends of lines, what sets the direction of writing, and halves of characters. */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu;

/** The text with each of these written as JSON writes it, `\u001b`. */
export const escaped = (text: string) =>
  text.replace(STEERING, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The text in quotes as in JSON, which leaves some of these as they are. */
export const quoted = (text: string) => escaped(JSON.stringify(text));
