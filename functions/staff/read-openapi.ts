import { routes } from "#shared/contracts/routes.ts";
import { JsonText, type Serve } from "../runtime/operation.ts";

/** The version of the interface, as its paths say it. */
const VERSION = "1.0.0";

/** Made when somebody first asks, then kept. */
export const serveReadOpenapi = (): Serve<"read-openapi"> => {
  let text: string | undefined;
  return async () => {
    if (text === undefined) {
      const { openApi } = await import("#shared/contracts/openapi.ts");
      text = JSON.stringify(openApi(routes, VERSION));
    }
    return new JsonText(text);
  };
};
