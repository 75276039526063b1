using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>A place that says something happened. <see cref="Past"/>: by its own sense retold ("serving ten years", "in prison since 2021"); <see cref="Denied"/>: by its own sense denied ("remains in prison").</summary>
public sealed record Trigger(ClaimKind Kind, Form Form, int First, int Last)
{
    public bool Past { get; init; }

    public bool Denied { get; init; }

    /// <summary>Only that somebody shares what the group met with ("among them", "on the list").</summary>
    public bool Membership { get; init; }

    /// <summary>Membership that takes up the verb told just before ("so was Y", "Y did too").</summary>
    public bool Ellipsis { get; init; }

    public bool IsVerb => Form is Form.Verb or Form.Headline or Form.Infinitive or Form.Ed or Form.Participle;

    public bool IsSanction => Kind >= ClaimKind.Imposed;
}
