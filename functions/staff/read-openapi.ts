import { routes } from "#shared/contracts/routes.ts";
import { JsonText, type Serve } from "../runtime/operation.ts";

/** Made when somebody first asks, then kept. */
export const serveReadOpenapi = (): Serve<"read-openapi"> => {
  let text: string | undefined;
  return async () => {
    if (text === undefined) {
      const { openApi } = await import("#shared/contracts/openapi.ts");
      text = JSON.stringify(openApi(routes));
    }
    return new JsonText(text);
  };
};
