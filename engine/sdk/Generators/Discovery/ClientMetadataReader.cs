using System.Collections.Immutable;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Pulumi.Generators.Discovery;

/// <summary>Reads KubernetesClient's models from its metadata.</summary>
/// <remarks>
/// The metadata tables, not symbols: the models use nothing but names, signatures and two attributes with string
/// arguments, and reading those alone takes a tenth of the time of building symbols for a 12 MB assembly.
/// </remarks>
internal static class ClientMetadataReader
{
    private const string ModelNamespace = "k8s.Models";
    private const ushort AttributePrologue = 1;

    public static ImmutableArray<ClientType> Read(PortableExecutableReference reference, CancellationToken token)
    {
        if (reference.GetMetadata() is not AssemblyMetadata assembly)
        {
            return [];
        }

        ImmutableArray<ClientType>.Builder types = ImmutableArray.CreateBuilder<ClientType>();
        foreach (ModuleMetadata module in assembly.GetModules())
        {
            MetadataReader reader = module.GetMetadataReader();
            foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
            {
                token.ThrowIfCancellationRequested();
                TypeDefinition definition = reader.GetTypeDefinition(handle);
                if (reader.StringComparer.Equals(definition.Namespace, ModelNamespace))
                {
                    types.Add(ReadType(reader, definition));
                }
            }
        }

        return types.ToImmutable();
    }

    private static ClientType ReadType(MetadataReader reader, TypeDefinition definition)
    {
        ImmutableArray<ClientProperty>.Builder properties = ImmutableArray.CreateBuilder<ClientProperty>();
        foreach (PropertyDefinitionHandle handle in definition.GetProperties())
        {
            PropertyDefinition property = reader.GetPropertyDefinition(handle);
            if (ReadWireName(reader, property) is string wireName)
            {
                ClientTypeReference type = property.DecodeSignature(SignatureReader.Instance, genericContext: null).ReturnType;
                properties.Add(new ClientProperty(reader.GetString(property.Name), wireName, type));
            }
        }

        return new ClientType(reader.GetString(definition.Name), ReadEntity(reader, definition), properties.ToImmutable());
    }

    private static string? ReadWireName(MetadataReader reader, PropertyDefinition property)
    {
        if (FindAttribute(reader, property.GetCustomAttributes(), "JsonPropertyNameAttribute") is not CustomAttribute attribute)
        {
            return null;
        }

        BlobReader blob = reader.GetBlobReader(attribute.Value);
        return blob.ReadUInt16() == AttributePrologue ? blob.ReadSerializedString() : null;
    }

    // The attribute has named arguments only, all of them strings; their encoding is ECMA-335 II.23.3.
    private static ClientEntity? ReadEntity(MetadataReader reader, TypeDefinition type)
    {
        if (FindAttribute(reader, type.GetCustomAttributes(), "KubernetesEntityAttribute") is not CustomAttribute attribute)
        {
            return null;
        }

        BlobReader blob = reader.GetBlobReader(attribute.Value);
        if (blob.ReadUInt16() != AttributePrologue)
        {
            return null;
        }

        string kind = "", group = "", version = "";
        for (int remaining = blob.ReadUInt16(); remaining > 0; remaining--)
        {
            _ = blob.ReadByte(); // a property, not a field
            if (blob.ReadSerializationTypeCode() != SerializationTypeCode.String)
            {
                return null;
            }

            string? name = blob.ReadSerializedString();
            string value = blob.ReadSerializedString() ?? "";
            switch (name)
            {
                case "Kind":
                    kind = value;
                    break;
                case "Group":
                    group = value;
                    break;
                case "ApiVersion":
                    version = value;
                    break;
            }
        }

        return new ClientEntity(kind, group, version);
    }

    private static CustomAttribute? FindAttribute(MetadataReader reader, CustomAttributeHandleCollection attributes, string name)
    {
        foreach (CustomAttributeHandle handle in attributes)
        {
            CustomAttribute attribute = reader.GetCustomAttribute(handle);
            if (AttributeTypeName(reader, attribute) is { } typeName && reader.StringComparer.Equals(typeName, name))
            {
                return attribute;
            }
        }

        return null;
    }

    private static StringHandle? AttributeTypeName(MetadataReader reader, CustomAttribute attribute)
    {
        EntityHandle type = attribute.Constructor.Kind switch
        {
            HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent,
            HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType(),
            _ => default,
        };

        return type.Kind switch
        {
            HandleKind.TypeReference => reader.GetTypeReference((TypeReferenceHandle)type).Name,
            HandleKind.TypeDefinition => reader.GetTypeDefinition((TypeDefinitionHandle)type).Name,
            _ => null,
        };
    }
}
