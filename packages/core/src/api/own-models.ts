/** What a caller reads about models of their own. */
export const OWN_MODELS =
  'A name file:PATH stands for an ONNX file or a Hugging Face folder of your own at that path inside the models folder of the server (--models-dir), and hub:ORG/NAME, with @REVISION after it where wanted, for a model of the Hugging Face hub that has ONNX files, where the package @huggingface/transformers is installed beside the server; they are run with their own weights. Callers without a key need the server started with --allow-models, others the scope models:run.'
