# Completion of lundi for fish. In ~/.config/fish/config.fish:  lundi completion fish | source

function __lundi_candidates
    set -l typed (commandline -ct)
    set -l before (commandline -opc)
    set -l found (lundi completion words fish -- $before[2..-1] "$typed" 2>/dev/null)
    if test "$found[1]" = \t"files"
        set -l option (string match -r -- '^--[a-z]+=' "$typed")
        for path in (__fish_complete_path (string replace -r -- '^--[a-z]+=' '' "$typed"))
            echo "$option$path"
        end
    else
        printf '%s\n' $found
    end
end

complete -c lundi -f -a '(__lundi_candidates)'
