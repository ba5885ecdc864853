
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'balie' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'balie'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'balie' {
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Words to open the desk''s search with, such as "account locked"')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language of the desk, such as nl, en or fr')
            [CompletionResult]::new('--pack', '--pack', [CompletionResultType]::ParameterName, 'A folder with another pack, instead of the one in the program')
            [CompletionResult]::new('--campus', '--campus', [CompletionResultType]::ParameterName, 'The campus of this desk, such as gent')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours: terminal, contrast or none')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'The same desk line by line, with numbers to type: for screen readers, pipes and poor terminals')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Show ASCII characters only')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Read a whole pack and report all its faults')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Explain a code of `balie check`, with an example that fails and the same mended')
            [CompletionResult]::new('graph', 'graph', [CompletionResultType]::ParameterValue, 'Show the flows as a tree, or as a graph for Mermaid or Graphviz')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the pack in the program to a folder, to be edited')
            [CompletionResult]::new('walk', 'walk', [CompletionResultType]::ParameterValue, 'Walk a flow with answers that are known already, and print what comes of it')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Print the settings, and where each comes from')
            [CompletionResult]::new('closing', 'closing', [CompletionResultType]::ParameterValue, 'Print until when each account stays open, and why')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print what a shell needs to complete commands and options')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page: balie man | man -l -')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'balie;check' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to report')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language of the desk, such as nl, en or fr')
            [CompletionResult]::new('--pack', '--pack', [CompletionResultType]::ParameterName, 'A folder with another pack, instead of the one in the program')
            [CompletionResult]::new('--campus', '--campus', [CompletionResultType]::ParameterName, 'The campus of this desk, such as gent')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours: terminal, contrast or none')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Show ASCII characters only')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'balie;explain' {
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language of the desk, such as nl, en or fr')
            [CompletionResult]::new('--pack', '--pack', [CompletionResultType]::ParameterName, 'A folder with another pack, instead of the one in the program')
            [CompletionResult]::new('--campus', '--campus', [CompletionResultType]::ParameterName, 'The campus of this desk, such as gent')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours: terminal, contrast or none')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Show ASCII characters only')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'balie;graph' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to show it')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language of the desk, such as nl, en or fr')
            [CompletionResult]::new('--pack', '--pack', [CompletionResultType]::ParameterName, 'A folder with another pack, instead of the one in the program')
            [CompletionResult]::new('--campus', '--campus', [CompletionResultType]::ParameterName, 'The campus of this desk, such as gent')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours: terminal, contrast or none')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Show ASCII characters only')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'balie;export' {
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language of the desk, such as nl, en or fr')
            [CompletionResult]::new('--pack', '--pack', [CompletionResultType]::ParameterName, 'A folder with another pack, instead of the one in the program')
            [CompletionResult]::new('--campus', '--campus', [CompletionResultType]::ParameterName, 'The campus of this desk, such as gent')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours: terminal, contrast or none')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Show ASCII characters only')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'balie;walk' {
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language of the desk, such as nl, en or fr')
            [CompletionResult]::new('--pack', '--pack', [CompletionResultType]::ParameterName, 'A folder with another pack, instead of the one in the program')
            [CompletionResult]::new('--campus', '--campus', [CompletionResultType]::ParameterName, 'The campus of this desk, such as gent')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours: terminal, contrast or none')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Answer as JSON')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Show ASCII characters only')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'balie;settings' {
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language of the desk, such as nl, en or fr')
            [CompletionResult]::new('--pack', '--pack', [CompletionResultType]::ParameterName, 'A folder with another pack, instead of the one in the program')
            [CompletionResult]::new('--campus', '--campus', [CompletionResultType]::ParameterName, 'The campus of this desk, such as gent')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours: terminal, contrast or none')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Show ASCII characters only')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'balie;closing' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why access ends: graduated, unenrolled or open-balance in the shipped pack')
            [CompletionResult]::new('--on', '--on', [CompletionResultType]::ParameterName, 'The day of what makes it end, such as 2026-11-24 or today')
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'One account only: odisee or kuleuven in the shipped pack')
            [CompletionResult]::new('--ics', '--ics', [CompletionResultType]::ParameterName, 'Write a calendar file instead')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language of the desk, such as nl, en or fr')
            [CompletionResult]::new('--pack', '--pack', [CompletionResultType]::ParameterName, 'A folder with another pack, instead of the one in the program')
            [CompletionResult]::new('--campus', '--campus', [CompletionResultType]::ParameterName, 'The campus of this desk, such as gent')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours: terminal, contrast or none')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Answer as a list for machines')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Show ASCII characters only')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'balie;completions' {
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language of the desk, such as nl, en or fr')
            [CompletionResult]::new('--pack', '--pack', [CompletionResultType]::ParameterName, 'A folder with another pack, instead of the one in the program')
            [CompletionResult]::new('--campus', '--campus', [CompletionResultType]::ParameterName, 'The campus of this desk, such as gent')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours: terminal, contrast or none')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Show ASCII characters only')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'balie;man' {
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language of the desk, such as nl, en or fr')
            [CompletionResult]::new('--pack', '--pack', [CompletionResultType]::ParameterName, 'A folder with another pack, instead of the one in the program')
            [CompletionResult]::new('--campus', '--campus', [CompletionResultType]::ParameterName, 'The campus of this desk, such as gent')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'The colours: terminal, contrast or none')
            [CompletionResult]::new('--now', '--now', [CompletionResultType]::ParameterName, 'Pretend that it is now this moment, such as 2026-11-24T14:19; time runs on from there')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Show ASCII characters only')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'balie;help' {
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Read a whole pack and report all its faults')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Explain a code of `balie check`, with an example that fails and the same mended')
            [CompletionResult]::new('graph', 'graph', [CompletionResultType]::ParameterValue, 'Show the flows as a tree, or as a graph for Mermaid or Graphviz')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the pack in the program to a folder, to be edited')
            [CompletionResult]::new('walk', 'walk', [CompletionResultType]::ParameterValue, 'Walk a flow with answers that are known already, and print what comes of it')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Print the settings, and where each comes from')
            [CompletionResult]::new('closing', 'closing', [CompletionResultType]::ParameterValue, 'Print until when each account stays open, and why')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print what a shell needs to complete commands and options')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page: balie man | man -l -')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'balie;help;check' {
            break
        }
        'balie;help;explain' {
            break
        }
        'balie;help;graph' {
            break
        }
        'balie;help;export' {
            break
        }
        'balie;help;walk' {
            break
        }
        'balie;help;settings' {
            break
        }
        'balie;help;closing' {
            break
        }
        'balie;help;completions' {
            break
        }
        'balie;help;man' {
            break
        }
        'balie;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
