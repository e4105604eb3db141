import { deliveryPorts } from "../runtime/delivery-dependencies.ts";
import { readEnvironment } from "../runtime/environment.ts";
import { deliveryFunction } from "./deliver.ts";

export const handler = deliveryFunction(deliveryPorts(readEnvironment("delivery")));
