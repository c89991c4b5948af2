{
  "name": "@opengoa/{{room}}",
  "version": "0.1.0",
  "private": true,
  "license": "MulanPSL-2.0",
  "type": "module",
  "exports": {
    "./domain": "./domain.ts",
    "./web": "./web.ts"
  }
}
