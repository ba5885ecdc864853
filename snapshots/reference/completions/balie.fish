# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_balie_global_optspecs
    string join \n search= plain lang= pack= campus= theme= ascii now= h/help V/version
end

function __fish_balie_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_balie_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_balie_using_subcommand
    set -l cmd (__fish_balie_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c balie -n "__fish_balie_needs_command" -l search -d 'Words to open the desk\'s search with, such as "account locked"' -r
complete -c balie -n "__fish_balie_needs_command" -l lang -d 'The language of the desk, such as nl, en or fr' -r
complete -c balie -n "__fish_balie_needs_command" -l pack -d 'A folder with another pack, instead of the one in the program' -r -F
complete -c balie -n "__fish_balie_needs_command" -l campus -d 'The campus of this desk, such as gent' -r
complete -c balie -n "__fish_balie_needs_command" -l theme -d 'The colours: terminal, contrast or none' -r
complete -c balie -n "__fish_balie_needs_command" -l now -d 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there' -r
complete -c balie -n "__fish_balie_needs_command" -l plain -d 'The same desk line by line, with numbers to type: for screen readers, pipes and poor terminals'
complete -c balie -n "__fish_balie_needs_command" -l ascii -d 'Show ASCII characters only'
complete -c balie -n "__fish_balie_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c balie -n "__fish_balie_needs_command" -s V -l version -d 'Print version'
complete -c balie -n "__fish_balie_needs_command" -a "check" -d 'Read a whole pack and report all its faults'
complete -c balie -n "__fish_balie_needs_command" -a "explain" -d 'Explain a code of `balie check`, with an example that fails and the same mended'
complete -c balie -n "__fish_balie_needs_command" -a "graph" -d 'Show the flows as a tree, or as a graph for Mermaid or Graphviz'
complete -c balie -n "__fish_balie_needs_command" -a "export" -d 'Write the pack in the program to a folder, to be edited'
complete -c balie -n "__fish_balie_needs_command" -a "walk" -d 'Walk a flow with answers that are known already, and print what comes of it'
complete -c balie -n "__fish_balie_needs_command" -a "settings" -d 'Print the settings, and where each comes from'
complete -c balie -n "__fish_balie_needs_command" -a "closing" -d 'Print until when each account stays open, and why'
complete -c balie -n "__fish_balie_needs_command" -a "completions" -d 'Print what a shell needs to complete commands and options'
complete -c balie -n "__fish_balie_needs_command" -a "man" -d 'Print the manual page: balie man | man -l -'
complete -c balie -n "__fish_balie_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c balie -n "__fish_balie_using_subcommand check" -l format -d 'How to report' -r -f -a "text\t'For people, in the look of rustc'
json\t'One JSON object, for programs'
github\t'Annotations for GitHub Actions'"
complete -c balie -n "__fish_balie_using_subcommand check" -l lang -d 'The language of the desk, such as nl, en or fr' -r
complete -c balie -n "__fish_balie_using_subcommand check" -l pack -d 'A folder with another pack, instead of the one in the program' -r -F
complete -c balie -n "__fish_balie_using_subcommand check" -l campus -d 'The campus of this desk, such as gent' -r
complete -c balie -n "__fish_balie_using_subcommand check" -l theme -d 'The colours: terminal, contrast or none' -r
complete -c balie -n "__fish_balie_using_subcommand check" -l now -d 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there' -r
complete -c balie -n "__fish_balie_using_subcommand check" -l ascii -d 'Show ASCII characters only'
complete -c balie -n "__fish_balie_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c balie -n "__fish_balie_using_subcommand explain" -l lang -d 'The language of the desk, such as nl, en or fr' -r
complete -c balie -n "__fish_balie_using_subcommand explain" -l pack -d 'A folder with another pack, instead of the one in the program' -r -F
complete -c balie -n "__fish_balie_using_subcommand explain" -l campus -d 'The campus of this desk, such as gent' -r
complete -c balie -n "__fish_balie_using_subcommand explain" -l theme -d 'The colours: terminal, contrast or none' -r
complete -c balie -n "__fish_balie_using_subcommand explain" -l now -d 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there' -r
complete -c balie -n "__fish_balie_using_subcommand explain" -l ascii -d 'Show ASCII characters only'
complete -c balie -n "__fish_balie_using_subcommand explain" -s h -l help -d 'Print help'
complete -c balie -n "__fish_balie_using_subcommand graph" -l format -d 'How to show it' -r -f -a "tree\t'A tree, for the terminal'
mermaid\t'Mermaid, for Markdown'
dot\t'DOT, for Graphviz'"
complete -c balie -n "__fish_balie_using_subcommand graph" -l lang -d 'The language of the desk, such as nl, en or fr' -r
complete -c balie -n "__fish_balie_using_subcommand graph" -l pack -d 'A folder with another pack, instead of the one in the program' -r -F
complete -c balie -n "__fish_balie_using_subcommand graph" -l campus -d 'The campus of this desk, such as gent' -r
complete -c balie -n "__fish_balie_using_subcommand graph" -l theme -d 'The colours: terminal, contrast or none' -r
complete -c balie -n "__fish_balie_using_subcommand graph" -l now -d 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there' -r
complete -c balie -n "__fish_balie_using_subcommand graph" -l ascii -d 'Show ASCII characters only'
complete -c balie -n "__fish_balie_using_subcommand graph" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c balie -n "__fish_balie_using_subcommand export" -l lang -d 'The language of the desk, such as nl, en or fr' -r
complete -c balie -n "__fish_balie_using_subcommand export" -l pack -d 'A folder with another pack, instead of the one in the program' -r -F
complete -c balie -n "__fish_balie_using_subcommand export" -l campus -d 'The campus of this desk, such as gent' -r
complete -c balie -n "__fish_balie_using_subcommand export" -l theme -d 'The colours: terminal, contrast or none' -r
complete -c balie -n "__fish_balie_using_subcommand export" -l now -d 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there' -r
complete -c balie -n "__fish_balie_using_subcommand export" -l ascii -d 'Show ASCII characters only'
complete -c balie -n "__fish_balie_using_subcommand export" -s h -l help -d 'Print help'
complete -c balie -n "__fish_balie_using_subcommand walk" -l lang -d 'The language of the desk, such as nl, en or fr' -r
complete -c balie -n "__fish_balie_using_subcommand walk" -l pack -d 'A folder with another pack, instead of the one in the program' -r -F
complete -c balie -n "__fish_balie_using_subcommand walk" -l campus -d 'The campus of this desk, such as gent' -r
complete -c balie -n "__fish_balie_using_subcommand walk" -l theme -d 'The colours: terminal, contrast or none' -r
complete -c balie -n "__fish_balie_using_subcommand walk" -l now -d 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there' -r
complete -c balie -n "__fish_balie_using_subcommand walk" -l json -d 'Answer as JSON'
complete -c balie -n "__fish_balie_using_subcommand walk" -l ascii -d 'Show ASCII characters only'
complete -c balie -n "__fish_balie_using_subcommand walk" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c balie -n "__fish_balie_using_subcommand settings" -l lang -d 'The language of the desk, such as nl, en or fr' -r
complete -c balie -n "__fish_balie_using_subcommand settings" -l pack -d 'A folder with another pack, instead of the one in the program' -r -F
complete -c balie -n "__fish_balie_using_subcommand settings" -l campus -d 'The campus of this desk, such as gent' -r
complete -c balie -n "__fish_balie_using_subcommand settings" -l theme -d 'The colours: terminal, contrast or none' -r
complete -c balie -n "__fish_balie_using_subcommand settings" -l now -d 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there' -r
complete -c balie -n "__fish_balie_using_subcommand settings" -l ascii -d 'Show ASCII characters only'
complete -c balie -n "__fish_balie_using_subcommand settings" -s h -l help -d 'Print help'
complete -c balie -n "__fish_balie_using_subcommand closing" -l reason -d 'Why access ends: graduated, unenrolled or open-balance in the shipped pack' -r
complete -c balie -n "__fish_balie_using_subcommand closing" -l on -d 'The day of what makes it end, such as 2026-11-24 or today' -r
complete -c balie -n "__fish_balie_using_subcommand closing" -l account -d 'One account only: odisee or kuleuven in the shipped pack' -r
complete -c balie -n "__fish_balie_using_subcommand closing" -l ics -d 'Write a calendar file instead' -r -F
complete -c balie -n "__fish_balie_using_subcommand closing" -l lang -d 'The language of the desk, such as nl, en or fr' -r
complete -c balie -n "__fish_balie_using_subcommand closing" -l pack -d 'A folder with another pack, instead of the one in the program' -r -F
complete -c balie -n "__fish_balie_using_subcommand closing" -l campus -d 'The campus of this desk, such as gent' -r
complete -c balie -n "__fish_balie_using_subcommand closing" -l theme -d 'The colours: terminal, contrast or none' -r
complete -c balie -n "__fish_balie_using_subcommand closing" -l now -d 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there' -r
complete -c balie -n "__fish_balie_using_subcommand closing" -l json -d 'Answer as a list for machines'
complete -c balie -n "__fish_balie_using_subcommand closing" -l ascii -d 'Show ASCII characters only'
complete -c balie -n "__fish_balie_using_subcommand closing" -s h -l help -d 'Print help'
complete -c balie -n "__fish_balie_using_subcommand completions" -l lang -d 'The language of the desk, such as nl, en or fr' -r
complete -c balie -n "__fish_balie_using_subcommand completions" -l pack -d 'A folder with another pack, instead of the one in the program' -r -F
complete -c balie -n "__fish_balie_using_subcommand completions" -l campus -d 'The campus of this desk, such as gent' -r
complete -c balie -n "__fish_balie_using_subcommand completions" -l theme -d 'The colours: terminal, contrast or none' -r
complete -c balie -n "__fish_balie_using_subcommand completions" -l now -d 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there' -r
complete -c balie -n "__fish_balie_using_subcommand completions" -l ascii -d 'Show ASCII characters only'
complete -c balie -n "__fish_balie_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c balie -n "__fish_balie_using_subcommand man" -l lang -d 'The language of the desk, such as nl, en or fr' -r
complete -c balie -n "__fish_balie_using_subcommand man" -l pack -d 'A folder with another pack, instead of the one in the program' -r -F
complete -c balie -n "__fish_balie_using_subcommand man" -l campus -d 'The campus of this desk, such as gent' -r
complete -c balie -n "__fish_balie_using_subcommand man" -l theme -d 'The colours: terminal, contrast or none' -r
complete -c balie -n "__fish_balie_using_subcommand man" -l now -d 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there' -r
complete -c balie -n "__fish_balie_using_subcommand man" -l ascii -d 'Show ASCII characters only'
complete -c balie -n "__fish_balie_using_subcommand man" -s h -l help -d 'Print help'
complete -c balie -n "__fish_balie_using_subcommand help; and not __fish_seen_subcommand_from check explain graph export walk settings closing completions man help" -f -a "check" -d 'Read a whole pack and report all its faults'
complete -c balie -n "__fish_balie_using_subcommand help; and not __fish_seen_subcommand_from check explain graph export walk settings closing completions man help" -f -a "explain" -d 'Explain a code of `balie check`, with an example that fails and the same mended'
complete -c balie -n "__fish_balie_using_subcommand help; and not __fish_seen_subcommand_from check explain graph export walk settings closing completions man help" -f -a "graph" -d 'Show the flows as a tree, or as a graph for Mermaid or Graphviz'
complete -c balie -n "__fish_balie_using_subcommand help; and not __fish_seen_subcommand_from check explain graph export walk settings closing completions man help" -f -a "export" -d 'Write the pack in the program to a folder, to be edited'
complete -c balie -n "__fish_balie_using_subcommand help; and not __fish_seen_subcommand_from check explain graph export walk settings closing completions man help" -f -a "walk" -d 'Walk a flow with answers that are known already, and print what comes of it'
complete -c balie -n "__fish_balie_using_subcommand help; and not __fish_seen_subcommand_from check explain graph export walk settings closing completions man help" -f -a "settings" -d 'Print the settings, and where each comes from'
complete -c balie -n "__fish_balie_using_subcommand help; and not __fish_seen_subcommand_from check explain graph export walk settings closing completions man help" -f -a "closing" -d 'Print until when each account stays open, and why'
complete -c balie -n "__fish_balie_using_subcommand help; and not __fish_seen_subcommand_from check explain graph export walk settings closing completions man help" -f -a "completions" -d 'Print what a shell needs to complete commands and options'
complete -c balie -n "__fish_balie_using_subcommand help; and not __fish_seen_subcommand_from check explain graph export walk settings closing completions man help" -f -a "man" -d 'Print the manual page: balie man | man -l -'
complete -c balie -n "__fish_balie_using_subcommand help; and not __fish_seen_subcommand_from check explain graph export walk settings closing completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
