using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Rampart.Repository.Tests;

/// <summary>Which folders of a project use which: its namespaces, read from signatures and method bodies of the compiled assembly.</summary>
internal sealed class FolderGraph : ISignatureTypeProvider<TypeDefinitionHandle?, object?>
{
    private const byte TwoByteOpCode = 0xFE;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToDictionary(static code => (int)(ushort)code.Value);

    private readonly SortedDictionary<string, SortedDictionary<string, string>> _uses = new(StringComparer.Ordinal);
    private readonly PEReader _file;
    private readonly MetadataReader _reader;
    private TypeDefinitionHandle _current;

    private FolderGraph(PEReader file)
    {
        _file = file;
        _reader = file.GetMetadataReader();
        foreach (TypeDefinitionHandle handle in _reader.TypeDefinitions)
        {
            _current = handle;
            ReadType(_reader.GetTypeDefinition(handle));
        }
    }

    /// <summary>Reads an assembly.</summary>
    public static FolderGraph Of(string assemblyFile)
    {
        using PEReader file = new(File.OpenRead(assemblyFile));
        return new FolderGraph(file);
    }

    /// <summary>The shortest way from each folder back to itself: <c>A -&gt; B (X uses Y) -&gt; A (Y uses Z)</c>.</summary>
    public IReadOnlyList<string> FindCycles()
    {
        List<string> cycles = [];
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (string folder in _uses.Keys)
        {
            if (!told.Contains(folder) && FindWay(folder, folder) is { } way)
            {
                told.UnionWith(way);
                cycles.Add(folder + string.Concat(way.Zip(way.Skip(1), (from, to) => $"\n  -> {to} ({_uses[from][to]})")));
            }
        }

        return cycles;
    }

    private List<string>? FindWay(string from, string to)
    {
        Dictionary<string, string> before = new(StringComparer.Ordinal);
        Queue<string> next = new([from]);
        while (next.TryDequeue(out string? folder))
        {
            foreach (string used in _uses.GetValueOrDefault(folder)?.Keys ?? Enumerable.Empty<string>())
            {
                if (before.TryAdd(used, folder))
                {
                    next.Enqueue(used);
                }
            }

            if (before.TryGetValue(to, out string? last))
            {
                List<string> way = [last, to];
                while (way[0] != from)
                {
                    way.Insert(0, before[way[0]]);
                }

                return way;
            }
        }

        return null;
    }

    private void ReadType(TypeDefinition type)
    {
        Use(type.BaseType);
        foreach (InterfaceImplementationHandle handle in type.GetInterfaceImplementations())
        {
            Use(_reader.GetInterfaceImplementation(handle).Interface);
        }

        foreach (FieldDefinitionHandle handle in type.GetFields())
        {
            UseSignature(_reader.GetFieldDefinition(handle).Signature);
        }

        foreach (MethodDefinitionHandle handle in type.GetMethods())
        {
            MethodDefinition method = _reader.GetMethodDefinition(handle);
            UseSignature(method.Signature);
            if (method.RelativeVirtualAddress != 0)
            {
                ReadBody(_file.GetMethodBody(method.RelativeVirtualAddress));
            }
        }
    }

    private void ReadBody(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
        {
            UseSignature(_reader.GetStandaloneSignature(body.LocalSignature).Signature);
        }

        BlobReader code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            OpCode operation = OpCodesByValue[value == TwoByteOpCode ? (TwoByteOpCode << 8) | code.ReadByte() : value];
            switch (operation.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Use((EntityHandle)MetadataTokens.Handle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    int targets = code.ReadInt32();
                    code.Offset += sizeof(int) * targets;
                    break;
                default:
                    code.Offset += SizeOf(operation.OperandType);
                    break;
            }
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private void Use(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition when !handle.IsNil:
                Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                UseSignature(_reader.GetTypeSpecification((TypeSpecificationHandle)handle).Signature, isType: true);
                break;
            case HandleKind.MethodDefinition:
                Add(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Add(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                MemberReference member = _reader.GetMemberReference((MemberReferenceHandle)handle);
                Use(member.Parent);
                UseSignature(member.Signature);
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification method = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Use(method.Method);
                UseSignature(method.Signature);
                break;
        }
    }

    private void UseSignature(BlobHandle handle, bool isType = false)
    {
        BlobReader blob = _reader.GetBlobReader(handle);
        SignatureDecoder<TypeDefinitionHandle?, object?> decoder = new(this, _reader, genericContext: null);
        SignatureKind kind = isType ? default : new SignatureHeader(_reader.GetBlobBytes(handle)[0]).Kind;
        _ = isType ? decoder.DecodeType(ref blob)
            : kind == SignatureKind.Field ? decoder.DecodeFieldSignature(ref blob)
            : kind == SignatureKind.LocalVariables ? decoder.DecodeLocalSignature(ref blob).FirstOrDefault()
            : kind == SignatureKind.MethodSpecification ? decoder.DecodeMethodSpecificationSignature(ref blob).FirstOrDefault()
            : decoder.DecodeMethodSignature(ref blob).ReturnType;
    }

    private void Add(TypeDefinitionHandle used)
    {
        (string from, string user) = Outermost(_current);
        (string to, string name) = Outermost(used);
        if (from.Length > 0 && to.Length > 0 && from != to)
        {
            if (!_uses.TryGetValue(from, out SortedDictionary<string, string>? uses))
            {
                _uses.Add(from, uses = new SortedDictionary<string, string>(StringComparer.Ordinal));
            }

            uses.TryAdd(to, $"{user} uses {name}");
        }
    }

    private (string Folder, string Name) Outermost(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _reader.GetTypeDefinition(handle);
        while (type.IsNested)
        {
            type = _reader.GetTypeDefinition(type.GetDeclaringType());
        }

        return (_reader.GetString(type.Namespace), _reader.GetString(type.Name));
    }

    TypeDefinitionHandle? ISimpleTypeProvider<TypeDefinitionHandle?>.GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        Add(handle);
        return handle;
    }

    TypeDefinitionHandle? ISimpleTypeProvider<TypeDefinitionHandle?>.GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => null;

    TypeDefinitionHandle? ISimpleTypeProvider<TypeDefinitionHandle?>.GetPrimitiveType(PrimitiveTypeCode typeCode) => null;

    TypeDefinitionHandle? ISZArrayTypeProvider<TypeDefinitionHandle?>.GetSZArrayType(TypeDefinitionHandle? elementType) => elementType;

    TypeDefinitionHandle? IConstructedTypeProvider<TypeDefinitionHandle?>.GetArrayType(TypeDefinitionHandle? elementType, ArrayShape shape) => elementType;

    TypeDefinitionHandle? IConstructedTypeProvider<TypeDefinitionHandle?>.GetByReferenceType(TypeDefinitionHandle? elementType) => elementType;

    TypeDefinitionHandle? IConstructedTypeProvider<TypeDefinitionHandle?>.GetPointerType(TypeDefinitionHandle? elementType) => elementType;

    TypeDefinitionHandle? IConstructedTypeProvider<TypeDefinitionHandle?>.GetGenericInstantiation(TypeDefinitionHandle? genericType, ImmutableArray<TypeDefinitionHandle?> typeArguments) => genericType;

    TypeDefinitionHandle? ISignatureTypeProvider<TypeDefinitionHandle?, object?>.GetFunctionPointerType(MethodSignature<TypeDefinitionHandle?> signature) => null;

    TypeDefinitionHandle? ISignatureTypeProvider<TypeDefinitionHandle?, object?>.GetGenericMethodParameter(object? genericContext, int index) => null;

    TypeDefinitionHandle? ISignatureTypeProvider<TypeDefinitionHandle?, object?>.GetGenericTypeParameter(object? genericContext, int index) => null;

    TypeDefinitionHandle? ISignatureTypeProvider<TypeDefinitionHandle?, object?>.GetModifiedType(TypeDefinitionHandle? modifier, TypeDefinitionHandle? unmodifiedType, bool isRequired) => unmodifiedType;

    TypeDefinitionHandle? ISignatureTypeProvider<TypeDefinitionHandle?, object?>.GetPinnedType(TypeDefinitionHandle? elementType) => elementType;

    TypeDefinitionHandle? ISignatureTypeProvider<TypeDefinitionHandle?, object?>.GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => null;
}
