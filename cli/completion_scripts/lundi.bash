# Completion of lundi for bash. In ~/.bashrc:  eval "$(lundi completion bash)"

_lundi() {
    local word
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(lundi completion words bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    if [[ ${COMPREPLY[0]-} == $'\tfiles' ]]; then
        COMPREPLY=()
        compopt -o default 2>/dev/null # readline's own completion of file names
    fi
}

complete -F _lundi lundi
