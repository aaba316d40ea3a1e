import { actsContract } from '../contract/acts-contract.js'
import { changeContract } from '../contract/change-contract.js'
import { failureContract } from '../contract/failure-contract.js'
import { identityContract } from '../contract/identity-contract.js'
import { orderContract } from '../contract/order-contract.js'
import { writeContract } from '../contract/write-contract.js'
import { storesUnderTest } from '../stores.js'

for (const store of await storesUnderTest()) {
  writeContract(store)
  changeContract(store)
  orderContract(store)
  failureContract(store)
  identityContract(store)
  actsContract(store)
}
