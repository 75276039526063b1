using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Monitor.Tests.Architecture;

/// <summary>
/// The directions of the house (DESIGN §3), read from the compiled assemblies: a using that is not needed, or a type of a later room that
/// resolves without one, cannot hide here.
/// </summary>
public sealed class DirectionTests
{
    /// <summary>In Core each folder sees only folders above it.</summary>
    private static readonly string[] CoreRooms = ["Text", "Watchlist", "Feeds", "Items", "Mentions", "Claims", "Changes", "Seeding", "Alerts", "Deliveries", "Wording"];

    /// <summary>What each room of the host may see besides itself and Core; Operating sees all.</summary>
    private static readonly Dictionary<string, string[]> HostRooms = new()
    {
        ["Store"] = [],
        ["Telegram"] = [],
        ["Fetching"] = [],
        ["Privacy"] = ["Store"],
        ["Pipeline"] = ["Fetching", "Store", "Privacy", "Telegram"],
        ["Schedule"] = ["Pipeline", "Fetching", "Store", "Privacy", "Telegram"],
        ["Bot"] = ["Store", "Privacy", "Telegram"],
        ["Syndication"] = ["Store"],
        ["Web"] = ["Store"],
        ["Operating"] = ["Store", "Telegram", "Fetching", "Privacy", "Pipeline", "Schedule", "Bot", "Syndication", "Web"],
    };

    [Fact]
    public void In_core_every_folder_sees_only_folders_above_it()
    {
        var arrows = Arrows(typeof(Core.Items.Item).Assembly.Location, "Monitor.Core.");
        Assert.NotEmpty(arrows);
        Assert.Empty(arrows.Where(a => !CoreRooms.Contains(a.From) || Array.IndexOf(CoreRooms, a.To) > Array.IndexOf(CoreRooms, a.From)).Select(Say));
    }

    [Fact]
    public void In_the_host_every_room_sees_only_the_rooms_it_may()
    {
        var arrows = Arrows(typeof(Settings).Assembly.Location, "Monitor.").Where(a => a.To != "Core").ToList();
        Assert.NotEmpty(arrows);
        Assert.Empty(arrows.Where(a => !HostRooms.TryGetValue(a.From, out var sees) || !sees.Contains(a.To)).Select(Say));
    }

    [Fact]
    public void Core_knows_neither_the_host_nor_what_touches_the_world()
    {
        using var core = AssemblyDefinition.ReadAssembly(typeof(Core.Items.Item).Assembly.Location);
        string[] forbidden = ["monitor", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Quartz", "System.Net.Http", "System.Net.Sockets", "Microsoft.Data.Sqlite"];
        Assert.Empty(core.MainModule.AssemblyReferences.Select(r => r.Name).Where(name => forbidden.Any(f => name == f || name.StartsWith(f + ".", StringComparison.Ordinal))));
    }

    private static string Say(Arrow arrow) => $"{arrow.From} → {arrow.To}: {arrow.Type} uses {arrow.Uses}";

    private static List<Arrow> Arrows(string assembly, string root)
    {
        using var read = AssemblyDefinition.ReadAssembly(assembly);
        return [.. from type in read.MainModule.GetTypes()
                   let source = RoomOf(type, root)
                   where source is not null
                   from used in Uses(type).Select(Innermost).DistinctBy(t => t.FullName)
                   let target = RoomOf(used, root)
                   where target is not null && target != source
                   select new Arrow(source, target, type.FullName, used.FullName)];
    }

    /// <summary>The first folder of a type's namespace; null outside <paramref name="root"/> and in the root itself.</summary>
    private static string? RoomOf(TypeReference type, string root)
    {
        var outer = type;
        while (outer.DeclaringType is not null) outer = outer.DeclaringType;
        return outer.Namespace.StartsWith(root, StringComparison.Ordinal) ? outer.Namespace[root.Length..].Split('.')[0] : null;
    }

    private static TypeReference Innermost(TypeReference type) => type is TypeSpecification spec and not GenericInstanceType ? Innermost(spec.ElementType) : type;

    private static IEnumerable<TypeReference> Uses(TypeDefinition type)
    {
        IEnumerable<TypeReference?> direct =
        [
            type.BaseType, .. type.Interfaces.Select(i => i.InterfaceType), .. type.Fields.Select(f => f.FieldType), .. type.Properties.Select(p => p.PropertyType),
            .. type.CustomAttributes.Select(a => a.AttributeType), .. type.Methods.SelectMany(UsesOf),
        ];
        return direct.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference> UsesOf(MethodDefinition method)
    {
        yield return method.ReturnType;
        foreach (var parameter in method.Parameters) yield return parameter.ParameterType;
        if (!method.HasBody) yield break;
        foreach (var variable in method.Body.Variables) yield return variable.VariableType;
        foreach (var instruction in method.Body.Instructions.Where(i => i.OpCode != OpCodes.Nop))
        {
            if (instruction.Operand is TypeReference type) yield return type;
            if (instruction.Operand is MemberReference { DeclaringType: { } declaring }) yield return declaring;
            if (instruction.Operand is MethodReference called) yield return called.ReturnType;
        }
    }

    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type is GenericInstanceType generic ? [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)] : [Innermost(type)];

    private sealed record Arrow(string From, string To, string Type, string Uses);
}
