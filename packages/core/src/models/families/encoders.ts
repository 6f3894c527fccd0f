import type { HubConfig, ModelSpec } from '../model.ts'

/** Layers, hidden size, heads, inner size of the feed-forward layer, vocabulary. */
type Shape = readonly [layers: number, hidden: number, heads: number, inner: number, vocabulary: number]

type Row = readonly [id: string, architecture: string, shape: Shape, millions: number, aliases?: readonly string[], extra?: Readonly<Record<string, unknown>>]

const BASE: Shape = [12, 768, 12, 3072, 30522]
const LARGE: Shape = [24, 1024, 16, 4096, 30522]
const MINI_6: Shape = [6, 384, 12, 1536, 30522]
const MINI_12: Shape = [12, 384, 12, 1536, 30522]
const ROBERTA_BASE: Shape = [12, 768, 12, 3072, 50265]
const XLM_BASE: Shape = [12, 768, 12, 3072, 250002]
const XLM_LARGE: Shape = [24, 1024, 16, 4096, 250002]
const XLM_MINI_12: Shape = [12, 384, 12, 1536, 250037]
const LONG = { max_position_embeddings: 514, type_vocab_size: 1 }

/** Text encoders: id, architecture, shape, published parameters in millions, further names, further configuration. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  bert: [
    ['google-bert/bert-base-uncased', 'bert_base', BASE, 109.48, ['bert-base', 'bert']],
    ['google-bert/bert-base-cased', 'bert_base', [12, 768, 12, 3072, 28996], 108.31],
    ['google-bert/bert-large-uncased', 'bert_large', LARGE, 335.14, ['bert-large', 'bert-99', 'bert-99.9', 'bert-large-squad']],
    ['google-bert/bert-large-cased', 'bert_large', [24, 1024, 16, 4096, 28996], 333.58],
    ['google-bert/bert-base-multilingual-cased', 'bert_base', [12, 768, 12, 3072, 119547], 177.85, ['mbert']],
    ['google-bert/bert-base-multilingual-uncased', 'bert_base', [12, 768, 12, 3072, 105879], 167.36],
    ['google-bert/bert-base-chinese', 'bert_base', [12, 768, 12, 3072, 21128], 102.27],
    ['google-bert/bert-base-german-cased', 'bert_base', [12, 768, 12, 3072, 30000], 109.08],
    ['prajjwal1/bert-tiny', 'bert_tiny', [2, 128, 2, 512, 30522], 4.386],
    ['prajjwal1/bert-mini', 'bert_mini', [4, 256, 4, 1024, 30522], 11.171],
    ['prajjwal1/bert-small', 'bert_small', [4, 512, 8, 2048, 30522], 28.764],
    ['prajjwal1/bert-medium', 'bert_medium', [8, 512, 8, 2048, 30522], 41.374],
    ['allenai/scibert_scivocab_uncased', 'bert_base', [12, 768, 12, 3072, 31090], 109.92, ['scibert']],
    ['dmis-lab/biobert-base-cased-v1.2', 'bert_base', [12, 768, 12, 3072, 28996], 108.31, ['biobert']],
    ['ProsusAI/finbert', 'bert_base', BASE, 109.48],
    ['nlpaueb/legal-bert-base-uncased', 'bert_base', BASE, 109.48],
    ['sentence-transformers/LaBSE', 'bert_base', [12, 768, 12, 3072, 501153], 470.93],
    ['microsoft/MiniLM-L12-H384-uncased', 'minilm_l12', MINI_12, 33.36, ['minilm-l12']],
    ['sentence-transformers/all-MiniLM-L6-v2', 'minilm_l6', MINI_6, 22.71, ['minilm', 'minilm-l6', 'all-minilm', 'MiniLM-L6-H384-uncased']],
    ['sentence-transformers/all-MiniLM-L12-v2', 'minilm_l12', MINI_12, 33.36],
    ['sentence-transformers/multi-qa-MiniLM-L6-cos-v1', 'minilm_l6', MINI_6, 22.71],
    ['sentence-transformers/paraphrase-MiniLM-L3-v2', 'minilm_l3', [3, 384, 12, 1536, 30522], 17.39],
    ['sentence-transformers/paraphrase-MiniLM-L6-v2', 'minilm_l6', MINI_6, 22.71],
    ['sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2', 'minilm_l12', XLM_MINI_12, 117.65],
    ['cross-encoder/ms-marco-MiniLM-L-6-v2', 'minilm_l6', MINI_6, 22.71, ['ms-marco-minilm']],
    ['cross-encoder/ms-marco-MiniLM-L-12-v2', 'minilm_l12', MINI_12, 33.36],
    ['intfloat/e5-small-v2', 'minilm_l12', MINI_12, 33.36, ['e5-small']],
    ['intfloat/e5-base-v2', 'bert_base', BASE, 109.48, ['e5-base']],
    ['intfloat/e5-large-v2', 'bert_large', LARGE, 335.14, ['e5-large']],
    ['intfloat/multilingual-e5-small', 'minilm_l12', XLM_MINI_12, 117.65],
    ['BAAI/bge-small-en-v1.5', 'minilm_l12', MINI_12, 33.36, ['bge-small', 'bge-small-en']],
    ['BAAI/bge-base-en-v1.5', 'bert_base', BASE, 109.48, ['bge-base', 'bge-base-en']],
    ['BAAI/bge-large-en-v1.5', 'bert_large', LARGE, 335.14, ['bge-large', 'bge-large-en']],
    ['thenlper/gte-small', 'minilm_l12', MINI_12, 33.36],
    ['thenlper/gte-base', 'bert_base', BASE, 109.48],
    ['thenlper/gte-large', 'bert_large', LARGE, 335.14],
    ['Snowflake/snowflake-arctic-embed-xs', 'minilm_l6', MINI_6, 22.71],
    ['Snowflake/snowflake-arctic-embed-s', 'minilm_l12', MINI_12, 33.36],
    ['Snowflake/snowflake-arctic-embed-m', 'bert_base', BASE, 109.48],
    ['Snowflake/snowflake-arctic-embed-l', 'bert_large', LARGE, 335.14],
    ['mixedbread-ai/mxbai-embed-large-v1', 'bert_large', LARGE, 335.14],
  ],
  roberta: [
    ['FacebookAI/roberta-base', 'roberta_base', ROBERTA_BASE, 124.65, ['roberta'], LONG],
    ['FacebookAI/roberta-large', 'roberta_large', [24, 1024, 16, 4096, 50265], 355.36, [], LONG],
    ['distilbert/distilroberta-base', 'distilroberta_base', [6, 768, 12, 3072, 50265], 82.12, ['distilroberta'], LONG],
    ['microsoft/codebert-base', 'roberta_base', ROBERTA_BASE, 124.65, ['codebert'], LONG],
    ['microsoft/graphcodebert-base', 'roberta_base', ROBERTA_BASE, 124.65, [], LONG],
    ['cardiffnlp/twitter-roberta-base-sentiment', 'roberta_base', ROBERTA_BASE, 124.65, [], LONG],
  ],
  'xlm-roberta': [
    ['FacebookAI/xlm-roberta-base', 'roberta_base', XLM_BASE, 278.04, ['xlm-roberta', 'xlmr-base'], LONG],
    ['FacebookAI/xlm-roberta-large', 'roberta_large', XLM_LARGE, 559.89, ['xlmr-large'], LONG],
    ['intfloat/multilingual-e5-base', 'roberta_base', XLM_BASE, 278.04, [], LONG],
    ['intfloat/multilingual-e5-large', 'roberta_large', XLM_LARGE, 559.89, [], LONG],
    ['sentence-transformers/paraphrase-multilingual-mpnet-base-v2', 'roberta_base', XLM_BASE, 278.04, [], LONG],
    ['BAAI/bge-m3', 'roberta_large', XLM_LARGE, 567.75, [], { max_position_embeddings: 8194, type_vocab_size: 1 }],
    ['BAAI/bge-reranker-base', 'roberta_base', XLM_BASE, 278.04, [], LONG],
    ['BAAI/bge-reranker-large', 'roberta_large', XLM_LARGE, 559.89, [], LONG],
    ['Snowflake/snowflake-arctic-embed-l-v2.0', 'roberta_large', XLM_LARGE, 567.75, [], { max_position_embeddings: 8194, type_vocab_size: 1 }],
  ],
  distilbert: [
    ['distilbert/distilbert-base-uncased', 'distilbert_base', [6, 768, 12, 3072, 30522], 66.36, ['distilbert', 'distilbert-base']],
    ['distilbert/distilbert-base-cased', 'distilbert_base', [6, 768, 12, 3072, 28996], 65.19],
    ['distilbert/distilbert-base-multilingual-cased', 'distilbert_base', [6, 768, 12, 3072, 119547], 134.73],
    ['distilbert/distilbert-base-uncased-finetuned-sst-2-english', 'distilbert_base', [6, 768, 12, 3072, 30522], 66.96],
  ],
  mpnet: [
    ['microsoft/mpnet-base', 'mpnet_base', [12, 768, 12, 3072, 30527], 109.49, ['mpnet'], { max_position_embeddings: 514 }],
    ['sentence-transformers/all-mpnet-base-v2', 'mpnet_base', [12, 768, 12, 3072, 30527], 109.49, [], { max_position_embeddings: 514 }],
    ['sentence-transformers/multi-qa-mpnet-base-dot-v1', 'mpnet_base', [12, 768, 12, 3072, 30527], 109.49, [], { max_position_embeddings: 514 }],
  ],
  albert: [
    ['albert/albert-base-v2', 'albert_base', [12, 768, 12, 3072, 30000], 11.68, ['albert', 'albert-base'], { embedding_size: 128 }],
    ['albert/albert-large-v2', 'albert_large', [24, 1024, 16, 4096, 30000], 17.68, ['albert-large'], { embedding_size: 128 }],
    ['albert/albert-xlarge-v2', 'albert_xlarge', [24, 2048, 16, 8192, 30000], 58.72, ['albert-xlarge'], { embedding_size: 128 }],
    ['albert/albert-xxlarge-v2', 'albert_xxlarge', [12, 4096, 64, 16384, 30000], 222.6, ['albert-xxlarge'], { embedding_size: 128 }],
  ],
  electra: [
    ['google/electra-small-discriminator', 'electra_small', [12, 256, 4, 1024, 30522], 13.55, ['electra-small'], { embedding_size: 128 }],
    ['google/electra-base-discriminator', 'electra_base', BASE, 108.89, ['electra', 'electra-base'], { embedding_size: 768 }],
    ['google/electra-large-discriminator', 'electra_large', LARGE, 334.09, ['electra-large'], { embedding_size: 1024 }],
  ],
  deberta: [
    ['microsoft/deberta-base', 'deberta_base', ROBERTA_BASE, 138.6, ['deberta'], { type_vocab_size: 0, relative_attention: true, pos_att_type: ['c2p', 'p2c'] }],
    ['microsoft/deberta-large', 'deberta_large', [24, 1024, 16, 4096, 50265], 405.0, [], { type_vocab_size: 0, relative_attention: true, pos_att_type: ['c2p', 'p2c'] }],
  ],
  'deberta-v2': [
    ['microsoft/deberta-v3-xsmall', 'deberta_v3_xsmall', [12, 384, 6, 1536, 128100], 70.68, [], { type_vocab_size: 0, relative_attention: true, pos_att_type: ['p2c', 'c2p'], share_att_key: true }],
    ['microsoft/deberta-v3-small', 'deberta_v3_small', [6, 768, 12, 3072, 128100], 141.3, [], { type_vocab_size: 0, relative_attention: true, pos_att_type: ['p2c', 'c2p'], share_att_key: true }],
    [
      'microsoft/deberta-v3-base',
      'deberta_v3_base',
      [12, 768, 12, 3072, 128100],
      183.83,
      ['deberta-v3'],
      { type_vocab_size: 0, relative_attention: true, pos_att_type: ['p2c', 'c2p'], share_att_key: true },
    ],
    ['microsoft/deberta-v3-large', 'deberta_v3_large', [24, 1024, 16, 4096, 128100], 434.01, [], { type_vocab_size: 0, relative_attention: true, pos_att_type: ['p2c', 'c2p'], share_att_key: true }],
  ],
  nomic_bert: [
    ['nomic-ai/nomic-embed-text-v1.5', 'nomic_bert', [12, 768, 12, 3072, 30528], 136.73, ['nomic-embed-text', 'nomic-embed-text-v1'], { max_position_embeddings: 8192, activation_function: 'swiglu' }],
  ],
  modernbert: [
    ['answerdotai/ModernBERT-base', 'modernbert_base', [22, 768, 12, 1152, 50368], 149.01, ['modernbert'], { local_attention: 128, global_attn_every_n_layers: 3 }],
    ['answerdotai/ModernBERT-large', 'modernbert_large', [28, 1024, 16, 2624, 50368], 394.78, [], { local_attention: 128, global_attn_every_n_layers: 3 }],
  ],
}

const SOURCE = 'config.json and parameter count of the model on the Hugging Face hub'

/** BERT, RoBERTa, DistilBERT, MiniLM, MPNet, ALBERT, ELECTRA, DeBERTa and the embedding models made of them. */
export const ENCODERS: readonly ModelSpec[] = Object.entries(ROWS).flatMap(([type, rows]) => rows.map((row) => spec(type, row)))

function spec(type: string, [id, architecture, shape, millions, aliases = [], extra = {}]: Row): ModelSpec {
  return { id, aliases, architecture, family: 'embedding', unit: 'sample', inputSize: 128, parameters: Math.round(millions * 1e6), config: configOf(type, shape, extra), source: SOURCE }
}

function configOf(type: string, [layers, hidden, heads, inner, vocabulary]: Shape, extra: Readonly<Record<string, unknown>>): HubConfig {
  if (type === 'distilbert') return { model_type: type, n_layers: layers, dim: hidden, n_heads: heads, hidden_dim: inner, vocab_size: vocabulary, max_position_embeddings: 512 }
  return {
    model_type: type,
    num_hidden_layers: layers,
    hidden_size: hidden,
    num_attention_heads: heads,
    intermediate_size: inner,
    vocab_size: vocabulary,
    max_position_embeddings: 512,
    type_vocab_size: 2,
    ...extra,
  }
}
