using System.Runtime.InteropServices;

namespace Monitor.Core.Feeds.Formats;

/// <summary>What was found of one item so far. Several elements may offer the same thing; the best kind wins, and of one kind the first that is not empty.</summary>
internal sealed class ItemDraft
{
    private readonly List<string> _categories = [];
    private Best<string> _id;
    private Best<Passage> _title;
    private Best<string> _link;
    private Best<DateTimeOffset> _published;
    private Best<DateTimeOffset> _updated;
    private Best<Passage> _text;
    private Best<string> _author;

    public bool HasLink => _link.Found;

    public void OfferId(string? id, int rank) => _id.Offer(id, !string.IsNullOrWhiteSpace(id), rank);

    public void OfferTitle(Passage title, int rank) => _title.Offer(title, !string.IsNullOrWhiteSpace(title.Value), rank);

    public void OfferLink(string? link, int rank) => _link.Offer(link, !string.IsNullOrWhiteSpace(link), rank);

    public void OfferPublished(DateTimeOffset? date, int rank) => _published.Offer(date.GetValueOrDefault(), date is not null, rank);

    public void OfferUpdated(DateTimeOffset? date, int rank) => _updated.Offer(date.GetValueOrDefault(), date is not null, rank);

    public void OfferText(Passage text, int rank) => _text.Offer(text, !string.IsNullOrWhiteSpace(text.Value), rank);

    public void OfferAuthor(string? author, int rank) => _author.Offer(author, !string.IsNullOrWhiteSpace(author), rank);

    public void AddCategory(string? category)
    {
        category = category is null ? "" : HtmlText.Folded(category);
        if (category.Length > 0 && !_categories.Contains(category)) _categories.Add(category);
    }

    /// <summary>Null for an element that says nothing at all.</summary>
    public ParsedItem? Build()
    {
        if (!_id.Found && !_title.Found && !_link.Found && !_text.Found) return null;
        return new ParsedItem
        {
            Id = _id.Value,
            Title = _title.Found && _title.Value.ToPlain() is { Length: > 0 } title ? title : null,
            Link = _link.Value,
            Published = _published.Found ? _published.Value : null,
            Updated = _updated.Found ? _updated.Value : null,
            Text = _text.Found ? _text.Value.ToPlain() : "",
            Author = _author.Value is { } author ? HtmlText.Folded(author) : null,
            Categories = _categories,
        };
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Best<T>
    {
        private int _rank;

        public T? Value { get; private set; }

        public bool Found { get; private set; }

        public void Offer(T? value, bool isSomething, int rank)
        {
            if (!isSomething || (Found && rank >= _rank)) return;
            (Value, _rank, Found) = (value, rank, true);
        }
    }
}
