// Prints every address of the tablet as a JSON list of `GET /tablet/pupils/:id`, from the router itself.

import { createRouter } from "../../../webapp/static/jotter/pages/index.js";

console.log(JSON.stringify(createRouter().addresses));
