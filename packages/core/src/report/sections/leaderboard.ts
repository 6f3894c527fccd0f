import type { Section } from '../section.ts'
import { leaderboardTable } from '../tables/leaderboard.ts'
import type { View } from '../view.ts'

export const leaderboardSection = (view: View): Section => ({ id: 'leaderboard', title: 'Leaderboard', text: [], tables: [leaderboardTable(view)], figures: [] })
