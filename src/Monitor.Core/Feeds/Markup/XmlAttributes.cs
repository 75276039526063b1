namespace Monitor.Core.Feeds.Markup;

/// <summary>The attributes of one start tag, read only when asked for: most elements of a feed have none that matter.</summary>
internal readonly ref struct XmlAttributes(ReadOnlySpan<char> source)
{
    private readonly ReadOnlySpan<char> _source = source;

    /// <summary>
    /// The <c>&gt;</c> that ends the tag, which may stand inside quotes. A quote that is still open at the next <c>&lt;</c> was never closed
    /// (<c>&lt;a href="x&gt;</c>): then the first <c>&gt;</c> ends the tag.
    /// </summary>
    public static int EndOfTag(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            var step = text[at..].IndexOfAny("<>\"'");
            if (step < 0) break;
            at += step;
            var c = text[at];
            if (c == '>') return at;
            if (c == '<') return at - 1;
            var length = FollowsEquals(text, at) ? text[(at + 1)..].IndexOfAny(c, '<') : -2;
            if (length == -1 || (length >= 0 && text[at + 1 + length] == '<'))
            {
                var bracket = text[at..].IndexOf('>');
                return bracket < 0 ? text.Length : at + bracket;
            }

            at += length < 0 ? 1 : length + 2;
        }

        return text.Length;
    }

    /// <summary>The decoded value by its exact name, else by its local name in any case; null where the tag has neither.</summary>
    public string? Find(ReadOnlySpan<char> name)
    {
        string? near = null;
        foreach (var attribute in this)
        {
            if (attribute.Name.SequenceEqual(name)) return CharacterReferences.Decode(attribute.Value).Trim();
            if (near is null && !attribute.Name.StartsWith("xmlns") && Local(attribute.Name).Equals(Local(name), StringComparison.OrdinalIgnoreCase))
            {
                near = CharacterReferences.Decode(attribute.Value).Trim();
            }
        }

        return near;
    }

    /// <summary>True where the tag as written holds <paramref name="text"/> in any case.</summary>
    public bool Contains(string text) => _source.Contains(text, StringComparison.OrdinalIgnoreCase);

    public Enumerator GetEnumerator() => new(_source);

    private static bool FollowsEquals(ReadOnlySpan<char> text, int at)
    {
        do at--;
        while (at > 0 && char.IsWhiteSpace(text[at]));
        return text[at] == '=';
    }

    private static ReadOnlySpan<char> Local(ReadOnlySpan<char> name) => name[(name.LastIndexOf(':') + 1)..];

    internal readonly ref struct Pair(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        public ReadOnlySpan<char> Name { get; } = name;

        public ReadOnlySpan<char> Value { get; } = value;
    }

    internal ref struct Enumerator(ReadOnlySpan<char> rest)
    {
        private ReadOnlySpan<char> _rest = rest;

        public Pair Current { get; private set; }

        public bool MoveNext()
        {
            _rest = _rest.TrimStart();
            while (_rest.Length > 0 && _rest[0] is '=' or '/' or '"' or '\'') _rest = _rest[1..].TrimStart();
            if (_rest.IsEmpty) return false;
            var length = _rest.IndexOfAny(" \t\r\n=");
            var name = length < 0 ? _rest : _rest[..length];
            _rest = _rest[name.Length..].TrimStart();
            Current = new Pair(name, _rest.Length > 0 && _rest[0] == '=' ? Value() : default);
            return true;
        }

        private ReadOnlySpan<char> Value()
        {
            _rest = _rest[1..].TrimStart();
            if (_rest.IsEmpty) return default;
            var quote = _rest[0];
            if (quote is '"' or '\'')
            {
                _rest = _rest[1..];
                var close = _rest.IndexOf(quote);
                var quoted = close < 0 ? _rest : _rest[..close];
                _rest = close < 0 ? default : _rest[(close + 1)..];
                return quoted;
            }

            var end = _rest.IndexOfAny(" \t\r\n");
            var bare = end < 0 ? _rest : _rest[..end];
            _rest = _rest[bare.Length..];
            return bare;
        }
    }
}
