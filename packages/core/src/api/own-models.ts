/** What a caller reads about models of their own. */
export const OWN_MODELS =
  'A name file:PATH stands for an ONNX file or a Hugging Face folder of your own at that path inside the models folder of the server (--models-dir), run with its own weights; callers without a key need the server started with --allow-models, others the scope models:run.'
