# Completion of lundi for zsh. In ~/.zshrc:  eval "$(lundi completion zsh)"

_lundi() {
    local -a found
    found=("${(@f)$(lundi completion words zsh -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ $found[1] == $'\tfiles' ]]; then
        compset -P '--*='
        _files
        return
    fi
    found=("${(@)found:#}")
    (( $#found )) || return 1
    # First names that begin with what is typed; else those with a word that does, from a menu where there are several.
    compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -- "${(@)found}" && return
    compadd -U -- "${(@)found}"
    (( $#found == 1 )) || compstate[insert]=menu
}

(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
compdef _lundi lundi
