// How a button asks once for what cannot be taken back: see AskOnce.astro.
class AskOnce extends HTMLElement {
  connectedCallback() {
    const does = this.querySelector<HTMLElement>('[data-does]');
    const question = this.querySelector<HTMLElement>('[role="group"]');
    const no = this.querySelector<HTMLElement>('[data-no]');
    if (!does || !question) return;
    const ask = (asking: boolean) => {
      does.hidden = asking;
      question.hidden = !asking;
      (asking ? no : does)?.focus();
    };
    this.addEventListener('click', ({ target }) => {
      if (target === does) return ask(true);
      if (!(target instanceof HTMLButtonElement)) return;
      ask(false);
      if (target !== no) this.dispatchEvent(new Event('confirmed', { bubbles: true }));
    });
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || question.hidden) return;
      // The menu around it stays open.
      event.preventDefault();
      ask(false);
    });
  }
}
customElements.define('ask-once', AskOnce);
