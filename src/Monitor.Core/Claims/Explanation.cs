using Monitor.Core.Claims.Grammar.Findings;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims;

/// <summary>
/// Why something was read as it was, in one plain sentence for pages, curators and <c>why</c>: 'Read as news of the release of Maria Kalesnikava:
/// "walked free", in a sentence that names her or him; dated 2025-12-13.'
/// </summary>
internal static class Explanation
{
    public static string Of(Finding finding, string words)
    {
        var where = (finding.ByFocus, finding.Subject is Person) switch
        {
            (true, true) => "of the person spoken of just before",
            (true, false) => "of the measure spoken of just before",
            (false, true) => "in a sentence that names the person",
            _ => "in a sentence that names the measure",
        };
        return $"Read as {Reading(finding.Stance)} {Act(finding.Kind)} {finding.Subject.Name}: \"{words}\", {where}; {finding.Reason}.";
    }

    /// <summary>The same for a group without names.</summary>
    public static string Of(ClaimKind kind, int count, string words, string reason) =>
        FormattableString.Invariant($"Read as {Reading(Stance.Asserted)} {Act(kind)} {count} people: \"{words}\"; {reason}.");

    private static string Reading(Stance stance) => stance switch
    {
        Stance.Asserted => "news of",
        Stance.Negated => "a denial of",
        Stance.Hypothetical => "no more than a possibility of",
        Stance.Demanded => "a call for",
        _ => "history, not news, of",
    };

    private static string Act(ClaimKind kind) => kind switch
    {
        ClaimKind.Released => "the release of",
        ClaimKind.Pardoned => "a pardon for",
        ClaimKind.Detained => "the detention of",
        ClaimKind.Charged => "charges against",
        ClaimKind.Sentenced => "a sentence for",
        ClaimKind.Transferred => "a transfer of",
        ClaimKind.Health => "the ill health of",
        ClaimKind.HungerStrike => "a hunger strike by",
        ClaimKind.Died => "the death of",
        ClaimKind.Imposed => "the imposing of",
        ClaimKind.Extended => "the extension of",
        ClaimKind.Tightened => "the tightening of",
        ClaimKind.Eased => "the easing of",
        ClaimKind.Lifted => "the lifting of",
        ClaimKind.LicenceIssued => "a licence under",
        _ => "an announced end of",
    };
}
