using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Mutations;

/// <summary>What <c>Object{…}</c> or <c>JSONPatch{…}</c> gives: named fields that a mutation applies.</summary>
public sealed class CelPatchObject : CelMap
{
    private readonly CelMap _fields;

    internal CelPatchObject(string typeName, IEnumerable<KeyValuePair<string, CelValue>> fields)
    {
        TypeName = typeName;
        _fields = CelTable.Of([.. fields.Select(static field => KeyValuePair.Create(CelValue.From(field.Key), field.Value))]);
    }

    /// <summary>The name of the type, e.g. <c>Object.spec</c>.</summary>
    public string TypeName { get; }

    /// <summary>A type, as the API server has it.</summary>
    public override CelType Type => CelType.Type;

    /// <inheritdoc/>
    public override int Count => _fields.Count;

    /// <inheritdoc/>
    public override CelValue KeyAt(int index) => _fields.KeyAt(index);

    /// <inheritdoc/>
    public override CelValue ValueAt(int index) => _fields.ValueAt(index);

    /// <inheritdoc/>
    public override bool TryGet(CelValue key, out CelValue value) => _fields.TryGet(key, out value);
}
