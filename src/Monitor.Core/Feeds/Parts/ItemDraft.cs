namespace Monitor.Core.Feeds.Parts;

/// <summary>
/// What was found of one item so far. Several elements may offer the same thing; the best kind wins, and of one kind the first that says something:
/// content that is a picture and no word leaves the word to the summary.
/// </summary>
internal sealed class ItemDraft
{
    private readonly List<string> _categories = [];
    private readonly List<(Passage Passage, int Rank)> _titles = [];
    private readonly List<(Passage Passage, int Rank)> _texts = [];
    private Best<string> _id;
    private Best<string> _link;
    private Best<DateTimeOffset> _published;
    private Best<DateTimeOffset> _updated;
    private Best<string> _author;

    public void OfferId(string? id, int rank) => _id.Offer(id, !string.IsNullOrWhiteSpace(id), rank);

    public void OfferTitle(Passage title, int rank) => Offer(_titles, title, rank);

    public void OfferLink(string? link, int rank) => _link.Offer(link, !string.IsNullOrWhiteSpace(link), rank);

    public void OfferPublished(DateTimeOffset? date, int rank) => _published.Offer(date.GetValueOrDefault(), date is not null, rank);

    public void OfferUpdated(DateTimeOffset? date, int rank) => _updated.Offer(date.GetValueOrDefault(), date is not null, rank);

    public void OfferText(Passage text, int rank) => Offer(_texts, text, rank);

    public void OfferAuthor(string? author, int rank) => _author.Offer(author, !string.IsNullOrWhiteSpace(author), rank);

    public void AddCategory(string? category)
    {
        category = category is null ? "" : HtmlText.Folded(category);
        if (category.Length > 0 && !_categories.Contains(category)) _categories.Add(category);
    }

    /// <summary>Null for an element that says nothing at all.</summary>
    public ParsedItem? Build()
    {
        if (!_id.Found && !_link.Found && _titles.Count == 0 && _texts.Count == 0) return null;
        return new ParsedItem
        {
            Id = _id.Value,
            Title = FirstWords(_titles) is { } title ? HtmlText.Folded(title) : null,
            Link = _link.Value,
            Published = _published.Found ? _published.Value : null,
            Updated = _updated.Found ? _updated.Value : null,
            Text = FirstWords(_texts) ?? "",
            Author = _author.Value is { } author ? HtmlText.Folded(author) : null,
            Categories = _categories,
        };
    }

    private static void Offer(List<(Passage Passage, int Rank)> offers, Passage passage, int rank)
    {
        if (passage.IsBlank) return;
        var at = offers.Count;
        while (at > 0 && offers[at - 1].Rank > rank) at--;
        offers.Insert(at, (passage, rank));
    }

    private static string? FirstWords(List<(Passage Passage, int Rank)> offers)
    {
        foreach (var (passage, _) in offers)
        {
            if (passage.ToPlain() is { Length: > 0 } words) return words;
        }

        return null;
    }
}
