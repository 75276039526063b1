using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Monitor.Web.Charts;

/// <summary>The text element of SVG, whose name Razor keeps for itself.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>A share of the width: 12.5%.</summary>
    [Parameter, EditorRequired]
    public required string X { get; set; }

    [Parameter, EditorRequired]
    public int Y { get; set; }

    [Parameter, EditorRequired]
    public int Number { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddContent(3, Number);
        builder.CloseElement();
    }
}
