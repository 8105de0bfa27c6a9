using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Pulumi.Generators.Discovery;

/// <summary>Turns the signature of a property into names.</summary>
internal sealed class SignatureReader : ISignatureTypeProvider<ClientTypeReference, object?>
{
    public static readonly SignatureReader Instance = new();

    private SignatureReader()
    {
    }

    public ClientTypeReference GetPrimitiveType(PrimitiveTypeCode typeCode) => Named(typeCode.ToString());

    public ClientTypeReference GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Named(reader.GetString(reader.GetTypeDefinition(handle).Name));

    public ClientTypeReference GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Named(reader.GetString(reader.GetTypeReference(handle).Name));

    public ClientTypeReference GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public ClientTypeReference GetGenericInstantiation(ClientTypeReference genericType, ImmutableArray<ClientTypeReference> typeArguments)
    {
        int arity = genericType.Name.IndexOf('`');
        return new ClientTypeReference(arity < 0 ? genericType.Name : genericType.Name.Substring(0, arity), typeArguments);
    }

    public ClientTypeReference GetSZArrayType(ClientTypeReference elementType) => Named(elementType.Name + "[]");

    public ClientTypeReference GetArrayType(ClientTypeReference elementType, ArrayShape shape) => Named(elementType.Name + "[,]");

    public ClientTypeReference GetByReferenceType(ClientTypeReference elementType) => elementType;

    public ClientTypeReference GetPinnedType(ClientTypeReference elementType) => elementType;

    public ClientTypeReference GetModifiedType(ClientTypeReference modifier, ClientTypeReference unmodifiedType, bool isRequired) =>
        unmodifiedType;

    public ClientTypeReference GetPointerType(ClientTypeReference elementType) => Named(elementType.Name + "*");

    public ClientTypeReference GetFunctionPointerType(MethodSignature<ClientTypeReference> signature) => Named("delegate*");

    public ClientTypeReference GetGenericMethodParameter(object? genericContext, int index) => Named("!!" + index);

    public ClientTypeReference GetGenericTypeParameter(object? genericContext, int index) => Named("!" + index);

    private static ClientTypeReference Named(string name) => new(name, []);
}
