/** An OpenID provider that vouches for persons of the district. */
export interface OpenIdSettings {
  /** Its address, as its tokens name it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The claim that names the user name of an account. */
  readonly claim: string
}

export interface SignInSettings {
  /** Where people's browsers find this server, without a slash at the end. */
  readonly origin: string
  /** Signs cookies and encrypts secrets of second factors. */
  readonly secret: string
  /** How authenticator apps name the entry. */
  readonly issuerName: string
  readonly openId: OpenIdSettings | null
  /** The address is served to other machines: nobody enters without a password. */
  readonly shared: boolean
}
