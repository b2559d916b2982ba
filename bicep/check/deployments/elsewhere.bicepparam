// Another environment in another region: nothing may hang on the names of the first two.
using '../../main.bicep'
extends '../../prod.bicepparam'

param environmentName = 'live'
param location = 'elsewhere'
