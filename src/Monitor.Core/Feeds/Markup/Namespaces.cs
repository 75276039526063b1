using System.Runtime.InteropServices;

namespace Monitor.Core.Feeds.Markup;

/// <summary>Which vocabulary a prefix means here, and which <c>xml:base</c> holds. Most feeds declare everything once, at the root.</summary>
internal sealed class Namespaces
{
    /// <summary>More is no feed but an attempt to make every look-up slow.</summary>
    private const int MostDeclarations = 256;

    private readonly List<Declaration> _declared = [];
    private readonly List<(int Depth, string Base)> _bases = [];

    /// <summary>The base in force, the inner resolved against the outer; null where no element gave one.</summary>
    public string? Base => _bases.Count == 0 ? null : _bases[^1].Base;

    public void Enter(int depth, XmlAttributes attributes)
    {
        foreach (var attribute in attributes)
        {
            if (!attribute.Name.StartsWith("xml")) continue;
            if (attribute.Name.SequenceEqual("xmlns")) Declare(depth, "", attribute.Value);
            else if (attribute.Name.StartsWith("xmlns:")) Declare(depth, attribute.Name[6..].ToString(), attribute.Value);
            else if (attribute.Name.SequenceEqual("xml:base")) AddBase(depth, CharacterReferences.Decode(attribute.Value).Trim());
        }
    }

    /// <summary>How deep the element stands that says what names without a prefix mean here; 0 where none says it.</summary>
    public int DefaultDepth { get; private set; }

    public void Leave(int depth)
    {
        var count = _declared.Count;
        while (_declared.Count > 0 && _declared[^1].Depth > depth) _declared.RemoveAt(_declared.Count - 1);
        if (_declared.Count < count) DefaultDepth = _declared.FindLast(declared => declared.Prefix.Length == 0).Depth;
        while (_bases.Count > 0 && _bases[^1].Depth > depth) _bases.RemoveAt(_bases.Count - 1);
    }

    public Vocabulary Of(ReadOnlySpan<char> prefix)
    {
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (prefix.SequenceEqual(_declared[i].Prefix)) return _declared[i].Vocabulary;
        }

        return Vocabularies.OfUndeclared(prefix);
    }

    private void Declare(int depth, string prefix, ReadOnlySpan<char> address)
    {
        if (_declared.Count >= MostDeclarations) return;
        _declared.Add(new Declaration(depth, prefix, Vocabularies.OfAddress(address)));
        if (prefix.Length == 0) DefaultDepth = depth;
    }

    private void AddBase(int depth, string address)
    {
        if (Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var uri)
            && (uri.IsAbsoluteUri || (Base is { } outer && Uri.TryCreate(new Uri(outer), uri, out uri)))
            && uri.Scheme is "http" or "https")
        {
            _bases.Add((depth, uri.AbsoluteUri));
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Declaration(int Depth, string Prefix, Vocabulary Vocabulary);
}
