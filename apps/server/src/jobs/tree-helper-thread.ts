import { parentPort } from 'node:worker_threads'
import { helpTrainTrees } from '@benchcast/core/predict/boosted-trees'

// Runs in a worker thread: helps with one training after the other.
parentPort!.on('message', helpTrainTrees)
