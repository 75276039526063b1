using Monitor.Core.Changes;

namespace Monitor.Core.Deliveries;

/// <summary>What a subscription may name besides a subject id, and which changes it covers.</summary>
public static class Follow
{
    public const string All = "*";
    public const string Persons = "*persons";
    public const string Sanctions = "*sanctions";
    public const string Groups = "*groups";

    /// <summary>Every value of a subscription that covers a change of this subject.</summary>
    public static IReadOnlyList<string> Covering(string subject, bool isPerson) => subject == Evidence.Group
        ? [All, Persons, Groups]
        : [All, isPerson ? Persons : Sanctions, subject];
}
