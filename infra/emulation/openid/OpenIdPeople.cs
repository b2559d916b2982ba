namespace VksServerless.Emulation.OpenId;

/// <summary>A client that the issuer knows.</summary>
/// <param name="Secret">Null: a public client, which has only PKCE.</param>
public sealed record OpenIdClient(string Id, string? Secret);

/// <summary>Somebody of whom the issuer knows more than the subject. Anybody else may sign in too and is called by the subject.</summary>
/// <param name="Oid">Entra's object id; null: the token has none.</param>
/// <param name="Mail">Null: the token has none.</param>
public sealed record OpenIdPerson(string Subject, string Name, string? Oid = null, string? Mail = null);

/// <summary>The two clients.</summary>
public sealed record OpenIdClients(OpenIdClient Public, OpenIdClient Confidential);
