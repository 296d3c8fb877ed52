// What the site uses of Pagefind's interface, which comes without types.
declare module '@pagefind/default-ui' {
  export class PagefindUI {
    constructor(options: {
      element: string;
      baseUrl: string;
      bundlePath: string;
      showImages: boolean;
      showSubResults: boolean;
      resetStyles: boolean;
    });
  }
}
