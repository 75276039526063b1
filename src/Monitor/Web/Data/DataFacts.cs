using Monitor.Core.Changes;
using Monitor.Core.Watchlist;
using Monitor.Store;

namespace Monitor.Web.Data;

// The rows of /people.json and /changes.json: the facts and citations of the pages, for programs. Keys are snake_case; what is not known is null.

/// <param name="Next">The address of the next page; null on the last.</param>
/// <param name="Articles">What the ids in <c>cites</c> stand for.</param>
public sealed record PeopleData(string Home, string Language, int Count, int Page, int Pages, Uri? Next, IEnumerable<PersonData> People, IReadOnlyDictionary<string, ItemData> Articles);

public sealed record PersonData(string Id, string Name, IReadOnlyDictionary<string, string> Names, IReadOnlyList<string> OtherNames, string? Gender, IReadOnlyList<string> Nationality, string Role, StatusData Status, IEnumerable<FactData> Facts, Uri Page, Uri Feed);

/// <param name="Standing">As pages say it; <c>listed</c> where the status rests on the list alone.</param>
public sealed record StatusData(string Now, string? Since, string? To, string Standing)
{
    public static StatusData Of(SubjectStatus status) =>
        new(Keyword.Of(status.Now), status.Since?.ToString(), status.To, status.Since is null ? "listed" : Keyword.Of(status.Standing));
}

/// <param name="Cites">Article and line, <c>000:11</c>.</param>
public sealed record FactData(string Kind, string? Date, string? Note, IEnumerable<string> Cites, IReadOnlyList<string> SaidBy)
{
    public static FactData Of(Fact fact) => new(Keyword.Of(fact.Kind), fact.Date?.ToString(), fact.Note, fact.Cites.Select(c => c.ToString()), fact.SaidBy);
}

public sealed record ItemData(string Title, string? Url, string Origin, DateTimeOffset? Published, string? Language)
{
    public static ItemData Of(ItemRow item) => new(item.Title, WebLink.Of(item.Url), item.Origin, item.Published, item.Language);
}

/// <param name="Since">As asked; null: from the beginning.</param>
public sealed record ChangesData(string Home, string Language, string? Since, int Count, int Page, int Pages, Uri? Next, IEnumerable<ChangeData> Changes);

/// <param name="Headline">The one sentence that feeds and pages have, in the language asked for.</param>
public sealed record ChangeData(string Id, string Subject, string Headline, string Kind, string Date, string Standing, string? To, int? Count, DateTimeOffset Created, DateTimeOffset Updated, IReadOnlyList<string> Origins, IReadOnlyList<string> Against, IEnumerable<ClaimData> Claims, Uri Page)
{
    public static ChangeData Of(WordedChange worded, string headline, Uri page)
    {
        var row = worded.Told.Row;
        return new(row.Slug, row.SubjectId == Evidence.Group ? Evidence.Group : row.SubjectId, headline, Keyword.Of(row.Kind), row.Date.ToString(), Keyword.Of(row.Standing), row.To, row.Count, row.CreatedAt, row.UpdatedAt,
            worded.Now.Origins, worded.Now.Against, worded.Told.Claims.OrderBy(c => c.Published).ThenBy(c => c.Id).Select(c => ClaimData.Of(c, worded.Told.Items[c.ItemId])), page);
    }
}

public sealed record ClaimData(string Origin, string Stance, string? Date, string Words, string Why, ItemData Item)
{
    public static ClaimData Of(ClaimRow claim, ItemRow item) => new(claim.Origin, Keyword.Of(claim.Stance), claim.Date?.ToString(), claim.Surface, claim.Why, ItemData.Of(item));
}
