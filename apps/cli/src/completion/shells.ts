import type { CommandWords } from './command-words.ts'

/** How each shell is told what can follow. */
export const SHELLS: Readonly<Record<string, (commands: readonly CommandWords[]) => string>> = { bash, zsh, fish }

const wordsOf = ({ commands, options }: CommandWords): string => [...commands.map(({ name }) => name), ...options.map(({ flag }) => flag)].join(' ')
const choicesOf = (commands: readonly CommandWords[]) => {
  const known = commands.flatMap(({ options }) => options).filter(({ choices }) => choices.length > 0)
  return [...new Map(known.map(({ flag, choices }) => [flag, choices]))]
}
/** `benchcast_tasks_show` by its words, for `case`. */
const cases = (commands: readonly CommandWords[], line: (command: CommandWords) => string): string => commands.map((command) => `    '${command.path.join(' ')}') ${line(command)} ;;`).join('\n')

/** Options after the longest run of command words; files where a value is expected. */
function bash(commands: readonly CommandWords[]): string {
  return `# bash completion of benchcast: source <(benchcast completion bash)
_benchcast() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path='' word next words
  COMPREPLY=()
  case "$previous" in
${choicesOf(commands)
  .map(([flag, choices]) => `    ${flag}) COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$current")); return ;;`)
  .join('\n')}
  esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    next="\${path:+$path }$word"
    case "$next" in ${commands
      .filter(({ path }) => path.length > 0)
      .map(({ path }) => `'${path.join(' ')}'`)
      .join('|')}) path="$next" ;; esac
  done
  case "$path" in
${cases(commands, (command) => `words='${wordsOf(command)}'`)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ \${#COMPREPLY[@]} -gt 0 || "$current" == -* ]] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _benchcast benchcast
`
}

function zsh(commands: readonly CommandWords[]): string {
  const described = ({ commands: inner, options }: CommandWords) => [...inner.map(({ name, about }) => `'${name}:${about}'`), ...options.map(({ flag, about }) => `'${flag}:${about}'`)].join(' ')
  return `#compdef benchcast
# zsh completion of benchcast: source <(benchcast completion zsh), or a file _benchcast in a folder of $fpath
_benchcast() {
  local current_path='' word next
  local -a choices
  case "\${words[CURRENT-1]}" in
${choicesOf(commands)
  .map(([flag, choices]) => `    ${flag}) compadd -- ${choices.join(' ')}; return ;;`)
  .join('\n')}
  esac
  for word in "\${(@)words[2,CURRENT-1]}"; do
    next="\${current_path:+$current_path }$word"
    case "$next" in ${commands
      .filter(({ path }) => path.length > 0)
      .map(({ path }) => `'${path.join(' ')}'`)
      .join('|')}) current_path="$next" ;; esac
  done
  case "$current_path" in
${cases(commands, (command) => `choices=(${described(command)})`)}
  esac
  _describe 'benchcast' choices || _files
}
if [ "$funcstack[1]" = '_benchcast' ]; then _benchcast "$@"; else compdef _benchcast benchcast; fi
`
}

function fish(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap(({ path, commands: inner, options }) => {
    const when = `-n '__benchcast_at "${path.join(' ')}"'`
    return [
      ...inner.map(({ name, about }) => `complete -c benchcast -f ${when} -a '${name}' -d '${about}'`),
      ...options.map(
        ({ flag, about, takesValue, choices }) =>
          `complete -c benchcast ${when} -l '${flag.slice(2)}'${takesValue ? ' -r' : ''}${choices.length > 0 ? ` -fa '${choices.join(' ')}'` : ''} -d '${about}'`,
      ),
    ]
  })
  return `# fish completion of benchcast: benchcast completion fish | source
function __benchcast_at
  set -l at
  for word in (commandline -opc)[2..]
    set -l next (string join -- ' ' $at $word)
    if contains -- "$next" ${commands
      .filter(({ path }) => path.length > 0)
      .map(({ path }) => `'${path.join(' ')}'`)
      .join(' ')}
      set -a at $word
    end
  end
  test "$at" = "$argv[1]"
end
${lines.join('\n')}
`
}
