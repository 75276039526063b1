using System.CommandLine;
using Monitor.Core.Wording;

namespace Monitor.Operating.Verbs;

/// <summary>The option <c>--lang</c>: one of the languages there are texts in.</summary>
internal static class Languages
{
    public static Option<string> Option()
    {
        var option = new Option<string>("--lang") { Description = $"language: {string.Join(", ", Phrasebook.Languages)}", DefaultValueFactory = _ => Phrasebook.DefaultLanguage };
        option.AcceptOnlyFromAmong([.. Phrasebook.Languages]);
        return option;
    }
}
